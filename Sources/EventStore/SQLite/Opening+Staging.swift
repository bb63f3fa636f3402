import SQLiteKit

extension Opening {
  /// Opens a connection for a sync, whose temporary tables lie in a file and take little memory.
  ///
  /// They need no journal: what fails is thrown away whole. The log may grow to 64 MiB before it is written back, so that
  /// nobody waits for that after a first sync of a hundred thousand.
  func staging() throws -> SQLiteConnection {
    let connection = try SQLiteConnection(path: file.path, busyTimeout: busyTimeout)
    try connection.executeScript(
      """
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA trusted_schema = OFF;
      PRAGMA temp_store = FILE;
      PRAGMA main.cache_size = -24576;
      PRAGMA wal_autocheckpoint = 16000;
      PRAGMA journal_size_limit = 4194304;
      PRAGMA temp.page_size = 16384;
      PRAGMA temp.cache_size = -4096;
      PRAGMA temp.journal_mode = OFF;
      """)
    return connection
  }
}
