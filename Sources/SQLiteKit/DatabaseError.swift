import CSQLite

/// Why a database did not do what it was asked, for the person at the keyboard.
package enum DatabaseError: Error, Equatable, Sendable {
  /// The file cannot be used as it is; the sentence says why and what to do.
  case unusable(String)
  /// Another program held the database for longer than is worth waiting.
  case busy
  /// The database failed: the disk is full, the file is damaged, and the like.
  case failed(String)

  /// Says in a sentence what an error of SQLite's means.
  package init(_ error: SQLiteError, file: DatabaseFile) {
    if error.isBusy {
      self = .busy
      return
    }
    switch error.primaryCode {
    case SQLITE_FULL,
      SQLITE_IOERR where error.isForWantOfRoom:
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

  /// One plain sentence: what is wrong, and the next step.
  package var message: String {
    switch self {
    case .unusable(let sentence), .failed(let sentence): sentence
    case .busy: "Another program is writing to the database and did not finish in time; try again in a moment."
    }
  }
}

extension SQLiteError {
  /// Whether another connection was in the way, so that a second attempt may do.
  package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }

  /// Whether there was no room: what does not fit into the log's index is no full disk to SQLite.
  package var isForWantOfRoom: Bool { primaryCode == SQLITE_FULL || code == SQLITE_IOERR | 19 << 8 }

  /// Whether what the file holds is not what SQLite wrote.
  package var isDamage: Bool { primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB }

  /// Whether it lies in how the file is stored, and not in what was asked.
  package var isOfTheFile: Bool { isDamage || [SQLITE_IOERR, SQLITE_CANTOPEN].contains(primaryCode) }

  /// A column that holds something else than what belongs there.
  package static func mismatch(_ message: String) -> SQLiteError {
    SQLiteError(code: SQLITE_MISMATCH, message: message, sql: "")
  }
}
