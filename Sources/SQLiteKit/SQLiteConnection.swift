import CSQLite

/// One connection to a database file, with the statements prepared on it.
///
/// For one thread at a time.
package final class SQLiteConnection {
  private let handle: OpaquePointer
  private var statements: [String: SQLiteStatement] = [:]

  /// Opens a file that is there already.
  ///
  /// Nothing is read or written before the first statement.
  package init(path: String, busyTimeout milliseconds: Int32 = 5_000) throws {
    _ = Self.isLibrarySetUp
    var handle: OpaquePointer?
    // The "./" keeps SQLite from taking ":memory:" or "file:…" for anything but the name of a file.
    let name = path.hasPrefix("/") ? path : "./" + path
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(name, &handle, flags, nil) == SQLITE_OK, let handle else {
      let error = SQLiteError(connection: handle, sql: "")
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, milliseconds)
  }

  /// Sets the library up once for the process, before its first connection; where that comes too late, all works as well.
  private static let isLibrarySetUp = csqlite_count_no_memory() == SQLITE_OK

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Whether the file could only be opened for reading.
  package var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") != 0 }

  /// Whether a transaction has begun that has not ended.
  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Sets whether the last connection to close writes the log back into the database, as it does from the start.
  package func setCheckpointsOnClose(_ isOn: Bool) {
    _ = csqlite_set_checkpoint_on_close(handle, isOn ? 1 : 0)
  }

  /// The first bytes of the file as they stand on the disk, read without a lock; fewer where the file is shorter.
  package func rawHeader(count: Int32) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(count))
    let size = csqlite_read_start(handle, &bytes, count)
    guard size >= 0 else {
      throw SQLiteError(code: SQLITE_IOERR, message: "the file's first bytes cannot be read", sql: "")
    }
    return Array(bytes.prefix(Int(size)))
  }

  /// Runs one statement and makes something of each row.
  @inlinable
  package func query<Value>(
    _ sql: String, _ values: [SQLiteValue] = [], row: (inout SQLiteRow) throws -> Value
  ) throws -> [Value] {
    var result: [Value] = []
    try statement(sql).run(values) { result.append(try row(&$0)) }
    return result
  }

  /// Runs one statement for its effect, and gives the number of rows it changed, added or deleted.
  @discardableResult
  package func execute(_ sql: String, _ values: [SQLiteValue] = []) throws -> Int {
    try statement(sql).execute(values)
  }

  /// Runs a script of our own: any number of statements, no values.
  package func executeScript(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw SQLiteError(connection: handle, sql: "")
    }
  }

  /// The number of the row that was inserted last.
  package var lastInsertedID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Runs the body in one transaction, which sees one state of the database throughout and changes nothing.
  package func read<Value>(_ body: (SQLiteConnection) throws -> Value) throws -> Value {
    try transaction("BEGIN DEFERRED", body)
  }

  /// Runs the body in one transaction that holds the write lock from its start; an error undoes all of it.
  ///
  /// A transaction that reads first and asks for the lock later can be refused at once, whatever the time-out.
  package func write<Value>(_ body: (SQLiteConnection) throws -> Value) throws -> Value {
    try transaction("BEGIN IMMEDIATE", body)
  }

  /// Runs the body as ``write(_:)`` does, without waiting until the disk has it.
  ///
  /// For what can be done again, such as a sync, whose rows and checkpoint are one transaction. It outlives the program,
  /// and is on disk with the next write that waits, or when the log is written back; a loss of power before takes it away
  /// as a whole (https://www.sqlite.org/pragma.html#pragma_synchronous).
  package func writeWithoutWaiting<Value>(_ body: (SQLiteConnection) throws -> Value) throws -> Value {
    try execute("PRAGMA synchronous = NORMAL")
    defer { _ = try? execute("PRAGMA synchronous = FULL") }
    return try write(body)
  }

  private func transaction<Value>(_ begin: String, _ body: (SQLiteConnection) throws -> Value) throws -> Value {
    try execute(begin)
    do {
      let value = try body(self)
      try execute("COMMIT")
      return value
    } catch {
      // Some errors, a full disk among them, have ended the transaction already.
      if isInTransaction { _ = try? execute("ROLLBACK") }
      throw error
    }
  }

  /// The statement, prepared when it is first asked for and kept, for one that is run very often.
  package func statement(_ sql: String) throws -> SQLiteStatement {
    if let statement = statements[sql] { return statement }
    let statement = try SQLiteStatement(sql, on: handle)
    statements[sql] = statement
    return statement
  }
}
