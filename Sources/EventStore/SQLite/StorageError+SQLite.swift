import CSQLite

extension SQLiteError {
  /// Whether another connection was in the way, so that a second attempt may do.
  var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
}

extension StorageError {
  /// Says in a sentence what an error of SQLite's means for the person at the keyboard.
  init(_ error: SQLiteError, file: DatabaseFile) {
    if error.isBusy {
      self = .busy
      return
    }
    switch error.primaryCode {
    case SQLITE_FULL:
      self = .failed("The disk that holds \(file.path) is full; nothing was saved: make room and try again.")
    case SQLITE_READONLY, SQLITE_PERM:
      self = file.readOnly
    case SQLITE_CANTOPEN:
      self = .unusable("\(file.path) cannot be opened; check that it and its directory can be written.")
    case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_MISMATCH:
      self = .failed("\(file.path) is damaged (\(error.message)); put a backup in its place.")
    case SQLITE_CONSTRAINT:
      self = .failed("The database refused a value (\(error.message)); nothing was saved: correct it and save again.")
    default:
      self = .failed("The database \(file.path) failed (\(error.message)); nothing was saved: try again.")
    }
  }
}
