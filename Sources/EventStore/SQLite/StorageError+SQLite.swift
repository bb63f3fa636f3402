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
}
