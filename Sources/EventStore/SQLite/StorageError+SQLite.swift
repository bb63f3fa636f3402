import SQLiteKit

extension StorageError {
  /// Says the same of a database as its module does.
  init(_ error: DatabaseError) {
    switch error {
    case .unusable(let sentence): self = .unusable(sentence)
    case .busy: self = .busy
    case .failed(let sentence): self = .failed(sentence)
    }
  }

  /// The disk with temporary files, which may be another one than the database's, is full.
  static let noRoomForTemporaryFiles = StorageError.failed(
    "There is no room for temporary files; nothing was stored: make room, or set TMPDIR to a directory with more.")

  /// Temporary files cannot be made, written or read.
  static func unusableTemporaryFiles(_ error: SQLiteError) -> StorageError {
    .failed(
      "The temporary files cannot be used (\(error.message)); nothing was stored: make room for them, "
        + "or set TMPDIR to another directory.")
  }
}

extension SQLiteError {
  /// Whether the statement writes temporary tables, or ends a transaction that wrote nothing else.
  var concernsTemporaryTables: Bool { sql.contains("temp.") || sql == "COMMIT" }
}
