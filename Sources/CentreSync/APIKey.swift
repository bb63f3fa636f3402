/// The key that the Centre knows us by; it shows itself to nobody but who asks for its `value`.
struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The key itself, for the one header that carries it.
  let value: String

  var description: String { "(key)" }
  var debugDescription: String { "(key)" }
  var customMirror: Mirror { Mirror(self, children: []) }

  init(_ value: String) throws(SyncConfigurationError) {
    guard !value.isEmpty else {
      throw SyncConfigurationError(
        message: "RESOURCES_CENTRE_API_KEY is not set; set it to the key that the Resources Centre gave you.")
    }
    guard !value.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw SyncConfigurationError(
        message: "RESOURCES_CENTRE_API_KEY holds a line break or another control character; set it to the key alone.")
    }
    // HTTP drops spaces around a header's value, so such a key could never arrive.
    guard value.first?.isWhitespace == false, value.last?.isWhitespace == false else {
      throw SyncConfigurationError(
        message: "RESOURCES_CENTRE_API_KEY begins or ends with a space; set it to the key alone.")
    }
    self.value = value
  }

  /// The text with the key taken out, should the Centre have sent it back to us.
  func redacted(from text: String) -> String {
    // A very short key may stand in any text by chance, and taking it out would only garble the message.
    guard value.utf8.count >= 4, isIn(text) else { return text }
    // By code points, since a mark that combines with its last character would hide the key from a search by characters.
    var scalars = text.unicodeScalars
    scalars.replace(value.unicodeScalars, with: "(key)".unicodeScalars)
    return String(scalars)
  }

  /// Whether the bytes of the key stand in a text, which a sync asks of every text that it tells of.
  private func isIn(_ text: String) -> Bool {
    var (text, key) = (text, value)
    return text.withUTF8 { text in
      key.withUTF8 { key in
        guard let first = key.first, text.count >= key.count else { return false }
        return (0...(text.count - key.count)).contains { start in
          text[start] == first && text[start..<(start + key.count)].elementsEqual(key)
        }
      }
    }
  }
}
