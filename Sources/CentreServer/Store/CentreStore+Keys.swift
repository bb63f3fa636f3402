import EventModel
import Signatures

/// A key of a client, without what opens anything.
public struct ClientKey: Equatable, Sendable {
  /// The number it is revoked by.
  public let number: Int64
  /// Whom it was made for.
  public let name: String
  /// When it was made.
  public let createdAt: Instant
  /// When it was revoked; nil for one that is good.
  public let revokedAt: Instant?
}

extension CentreStore {
  /// What every key begins with, so that one that got somewhere it should not be can be told for what it is.
  private static let keyPrefix = "rck_"

  /// Makes a key and gives it; only its hash is kept, so that nobody can be shown it again.
  ///
  /// A quick hash is right for it: it is 256 random bits, which no amount of guessing finds, unlike a password.
  public func addKey(named name: String, at now: Instant) throws -> String {
    let key = Self.keyPrefix + secureRandomBytes(32).hexadecimal
    try write { connection in
      _ = try connection.execute(
        "INSERT INTO keys (name, hash, created_at) VALUES (?, ?, ?)",
        [.text(name), .text(sha256(Array(key.utf8)).hexadecimal), .instant(now)])
    }
    return key
  }

  /// All keys, those that were revoked too, oldest first.
  public func keys() throws -> [ClientKey] {
    let snapshot = try snapshot()
    return try translatingErrors(of: file) {
      try snapshot.query("SELECT id, name, created_at, revoked_at FROM keys ORDER BY id") {
        ClientKey(
          number: try $0.integer(), name: try $0.text(), createdAt: try $0.instant(),
          revokedAt: try $0.optionalInstant())
      }
    }
  }

  /// Ends a key at once, also in a Centre that is running, and tells whether it was good until now.
  public func revokeKey(_ number: Int64, at now: Instant) throws -> Bool {
    try write { connection in
      try connection.execute(
        "UPDATE keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", [.instant(now), .integer(number)]) > 0
    }
  }
}

extension CentreSnapshot {
  /// Whether a key is one of those that are good.
  ///
  /// Hashes are compared, all of them and each in a time that does not tell how much of it is right.
  func hasKey(_ offered: String) throws -> Bool {
    let hash = Array(sha256(Array(offered.utf8)).hexadecimal.utf8)
    let known = try query("SELECT hash FROM keys WHERE revoked_at IS NULL") { Array(try $0.text().utf8) }
    return known.reduce(false) { equalInConstantTime($1, hash) || $0 }
  }
}
