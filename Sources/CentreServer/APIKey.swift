import Signatures

/// The key from the environment; it is compared in a time that does not tell how much of an offered one is right.
struct APIKey: Sendable {
  private let hash: [UInt8]

  /// Takes a key that a header can carry.
  init(_ text: String) throws(CentreError) {
    guard !text.isEmpty else { throw CentreError("The key is empty; set API_KEY to the one that clients shall send.") }
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw CentreError("The key holds a character that no header carries safely; set API_KEY to letters and digits.")
    }
    hash = sha256(Array(text.utf8))
  }

  /// Whether an offered key is this one.
  ///
  /// Hashes are compared, so that not even the length of the right one shows.
  func matches(_ offered: String) -> Bool {
    equalInConstantTime(sha256(Array(offered.utf8)), hash)
  }
}
