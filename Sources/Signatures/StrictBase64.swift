import Foundation

extension [UInt8] {
  /// The bytes as base64 with padding, by RFC 4648.
  var base64: String { Data(self).base64EncodedString() }

  /// Reads base64 that is written in the one way that the bytes have; nil for any other text.
  ///
  /// The usual decoder takes several texts for the same bytes, so that one signature could be written in two ways.
  init?(strictBase64 text: String) {
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else { return nil }
    self.init(data)
  }
}
