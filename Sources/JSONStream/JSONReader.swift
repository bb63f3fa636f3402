/// Reads one JSON document piece by piece, as it arrives, and hands its events to a handler.
///
/// Exactly the documents of RFC 8259 pass, in UTF-8 and without a byte order mark, as long as they keep to the limits on
/// nesting and on the length of one text or number. Half a surrogate pair, which the grammar allows, is read as U+FFFD.
/// Members of the same name are all passed on.
public final class JSONReader {
  /// How many bytes are collected before they are parsed; small pieces would have long texts parsed again and again.
  public static let defaultBlockBytes = 64 * 1024

  private let parser: YajlParser
  private let blockBytes: Int
  private var documentGuard: DocumentGuard
  /// The bytes that have come and are not parsed yet.
  private var pending: [UInt8] = []
  /// Why reading stopped; nothing is read after that.
  private var failure: (any Error)?

  /// How many bytes of the document have been parsed.
  public private(set) var offset = 0

  /// Makes a reader for one document.
  ///
  /// - Parameters:
  ///   - maximumDepth: how many objects and arrays may be open at once.
  ///   - maximumTokenBytes: how long one text or number may be as it is written.
  ///   - blockBytes: how many bytes are collected before they are parsed.
  ///   - handler: takes the events; the reader holds on to it.
  public init(
    maximumDepth: Int = 64, maximumTokenBytes: Int = 1 << 20, blockBytes: Int = JSONReader.defaultBlockBytes,
    handler: any JSONEventHandler
  ) {
    parser = YajlParser(handler: handler)
    documentGuard = DocumentGuard(maximumDepth: maximumDepth, maximumTokenBytes: maximumTokenBytes)
    self.blockBytes = max(blockBytes, 1)
  }

  /// Takes the next bytes of the document.
  ///
  /// - Throws: ``JSONSyntaxError``, or what the handler threw; afterwards every call throws the same again.
  public func feed(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(max(blockBytes - pending.count, 1))
      pending.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece))
      rest = rest.dropFirst(piece.count)
      if pending.count >= blockBytes { try remembering(parsePending) }
    }
  }

  /// Takes the next bytes of the document.
  public func feed(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes(feed)
  }

  /// Ends the document; without an error it was whole and valid.
  public func finish() throws {
    try remembering {
      try parsePending()
      try documentGuard.finish(at: offset)
      guard pending.isEmpty else {
        throw JSONSyntaxError(message: "the document ends within a character", offset: offset)
      }
      try parser.finish(at: offset)
    }
  }

  private func remembering(_ work: () throws -> Void) throws {
    if let failure { throw failure }
    do {
      try work()
    } catch {
      failure = error
      throw error
    }
  }

  /// Parses what has come, up to a character or an escape whose rest has not come yet.
  private func parsePending() throws {
    let characters = try wholeCharacters(in: pending, at: offset)
    var span = pending.mutableSpan
    let ready = try documentGuard.scan(&span, count: characters, at: offset)
    try pending.withUnsafeBufferPointer { bytes in
      try parser.parse(UnsafeBufferPointer(rebasing: bytes[..<ready]), at: offset)
    }
    pending.removeFirst(ready)
    offset += ready
  }
}

/// How many of the bytes are whole characters; at most three more may follow, the beginning of another.
private func wholeCharacters(in bytes: [UInt8], at base: Int) throws(JSONSyntaxError) -> Int {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return bytes.count
  } catch {
    let range = error.byteOffsets
    if error.kind == .truncatedScalar && range.upperBound == bytes.count { return range.lowerBound }
    throw JSONSyntaxError(message: "the text is not UTF-8", offset: base + range.lowerBound)
  }
}
