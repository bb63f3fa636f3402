/// The key a client must send; it is compared in a time that does not tell how much of an offered one is right.
struct APIKey: Sendable {
  private let bytes: [UInt8]

  /// Takes a key that a header can carry.
  init(_ text: String) throws(CentreError) {
    guard !text.isEmpty else { throw CentreError("The key is empty; set API_KEY to the one that clients shall send.") }
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw CentreError("The key holds a character that no header carries safely; set API_KEY to letters and digits.")
    }
    bytes = Array(text.utf8)
  }

  /// Whether an offered key is this one.
  ///
  /// Every byte is looked at, whatever the bytes before it: how long this takes depends on lengths alone.
  func matches(_ offered: String) -> Bool {
    let offered = Array(offered.utf8)
    var difference: UInt8 = offered.count == bytes.count ? 0 : 1
    for index in bytes.indices {
      difference |= bytes[index] ^ (index < offered.count ? offered[index] : 0)
    }
    return difference == 0
  }
}
