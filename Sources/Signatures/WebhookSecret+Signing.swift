extension WebhookSecret {
  /// The one kind of signature that is made and taken: HMAC-SHA256.
  private static let version = "v1,"
  private static let longestID = 255

  /// Signs a message, by Standard Webhooks 1.0.
  ///
  /// - Parameters:
  ///   - id: The message's identifier, without a full stop.
  ///   - timestamp: When it is sent, in seconds since 1970.
  ///   - body: The body as it is sent, byte by byte.
  /// - Returns: The signature as the header bears it, `v1,` and base64.
  public func sign(id: String, timestamp: Int64, body: [UInt8]) -> String {
    Self.version + code(id: id, timestamp: "\(timestamp)", body: body).base64
  }

  /// Checks that a message comes from someone with the secret, and that it was sent about now.
  ///
  /// A message that was taken before is not recognised here: the caller remembers identifiers for as long as the
  /// tolerance lets a message be sent again.
  ///
  /// - Parameters:
  ///   - headers: What the message says of itself.
  ///   - body: The body as it came, byte by byte.
  ///   - now: The present, in seconds since 1970.
  ///   - tolerance: How many seconds the clocks of the two ends may differ, with the time on the way.
  /// - Returns: Which message it is, and when it was sent.
  /// - Throws: Why the message is refused.
  @discardableResult
  public func verify(
    _ headers: WebhookHeaders, body: [UInt8], now: Int64, tolerance: Int64 = 300
  ) throws(WebhookRefusal) -> WebhookMessage {
    let signatures = try Self.present(headers.signature, WebhookHeaders.signatureName)
    let id = try Self.present(headers.id, WebhookHeaders.idName)
    let timestamp = try Self.present(headers.timestamp, WebhookHeaders.timestampName)
    guard Self.isIdentifier(id) else { throw .badID }
    let sent = try Self.seconds(timestamp)
    let right = code(id: id, timestamp: timestamp, body: body)
    guard Self.codes(in: signatures).contains(where: { equalInConstantTime($0, right) }) else { throw .wrongSignature }
    // Only who knows the secret learns what the clock here shows.
    let age = now.subtractingReportingOverflow(sent)
    guard !age.overflow, age.partialValue >= -tolerance else { throw .tooNew }
    guard age.partialValue <= tolerance else { throw .tooOld }
    return WebhookMessage(id: id, timestamp: sent)
  }

  private func code(id: String, timestamp: String, body: [UInt8]) -> [UInt8] {
    hmacSHA256(Array("\(id).\(timestamp).".utf8) + body, key: key)
  }

  private static func present(_ value: String?, _ name: String) throws(WebhookRefusal) -> String {
    guard let value, !value.isEmpty else { throw .missing(name) }
    return value
  }

  /// Whether a text may be an identifier: a full stop in it could shift what is signed from one part to the next.
  private static func isIdentifier(_ text: String) -> Bool {
    text.utf8.count <= longestID && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ".") }
  }

  /// Reads whole seconds: digits alone, since the text itself is signed.
  private static func seconds(_ text: String) throws(WebhookRefusal) -> Int64 {
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let seconds = Int64(text)
    else { throw .badTimestamp }
    return seconds
  }

  /// The codes of all signatures of the version we know; others are for those who know them.
  private static func codes(in signatures: String) -> [[UInt8]] {
    signatures.split(separator: " ").compactMap { signature in
      guard signature.hasPrefix(version) else { return nil }
      return [UInt8](strictBase64: String(signature.dropFirst(version.count)))
    }
  }
}
