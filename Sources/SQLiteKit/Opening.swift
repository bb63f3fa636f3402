import Foundation

/// How a database file is opened: refused untouched where it is not ours, then brought up to date and set up.
package struct Opening {
  /// The file, which exists.
  package let file: DatabaseFile
  /// How many milliseconds to wait for other programs.
  package let busyTimeout: Int32
  private let migrator: Migrator

  /// Makes an opening for a file.
  package init(file: DatabaseFile, busyTimeout: Int32 = 5_000) {
    self.file = file
    self.busyTimeout = busyTimeout
    migrator = Migrator(file: file)
  }

  /// Opens the connection that writes, and leaves the file with the newest schema and a write-ahead log.
  package func writer() throws -> SQLiteConnection {
    let connection = try SQLiteConnection(path: file.path, busyTimeout: busyTimeout)
    guard !connection.isReadOnly else { throw file.readOnly }
    try migrator.checkHeader(connection)
    if try isBehind(connection) { try migrator.migrate(connection) }
    try useWriteAheadLog(connection)
    // The cache of up to 64 MiB takes a whole import, whose pages would else be written twice. The log is written back
    // when it is as large, since whoever notes that a sync has ended should not have to wait for its rows, and is cut then.
    try connection.executeScript(
      """
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA trusted_schema = OFF;
      PRAGMA cache_size = -65536;
      PRAGMA wal_autocheckpoint = 16000;
      PRAGMA journal_size_limit = 4194304;
      """)
    return connection
  }

  /// Opens a connection that only reads, to a file that a writer has set up.
  package func reader() throws -> SQLiteConnection {
    let connection = try SQLiteConnection(path: file.path, busyTimeout: busyTimeout)
    try connection.executeScript("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF;")
    return connection
  }

  /// Whether steps of the schema are missing.
  ///
  /// A log that another program left is not written back into the file meanwhile, so that a database which is refused
  /// stays as it is.
  private func isBehind(_ connection: SQLiteConnection) throws -> Bool {
    if FileManager.default.fileExists(atPath: file.path + "-wal") { connection.setCheckpointsOnClose(false) }
    let result = try migrator.hasPending(connection)
    connection.setCheckpointsOnClose(true)
    return result
  }

  /// Switches to the log, which can be refused at once while another program is opening the file: then again.
  private func useWriteAheadLog(_ connection: SQLiteConnection) throws {
    let deadline = ContinuousClock.now + .milliseconds(Int(busyTimeout))
    while true {
      do {
        let mode = try connection.query("PRAGMA journal_mode = WAL") { try $0.text() }.first
        guard mode == "wal" else { throw file.withoutLog }
        return
      } catch let error as SQLiteError where error.isBusy && ContinuousClock.now < deadline {
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
  }
}
