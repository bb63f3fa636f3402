import CYajl

/// Owns a yajl parser, and turns its callbacks into events for a handler.
///
/// It must be fed through the ``DocumentGuard`` and with valid UTF-8 only, which it does not check itself.
final class YajlParser {
  private var parser: yajl_handle?
  private let handler: any JSONEventHandler
  /// How many bytes of the document came before those that are being parsed.
  private var base = 0
  /// What the handler threw; yajl only learns that it should stop.
  private var handlerError: (any Error)?

  init(handler: any JSONEventHandler) {
    self.handler = handler
    parser = yajl_alloc(callbacks, nil, Unmanaged.passUnretained(self).toOpaque())
    if let parser { _ = pivotal_yajl_dont_validate_strings(parser) }
  }

  deinit {
    if let parser { yajl_free(parser) }
  }

  /// Parses the next bytes of the document, which begin at the given offset.
  func parse(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) throws {
    base = offset
    try check(yajl_parse(parser, bytes.baseAddress, bytes.count))
  }

  /// Ends the document, whose length is given.
  func finish(at offset: Int) throws {
    base = offset
    try check(yajl_complete_parse(parser))
  }

  fileprivate func pass(_ event: JSONEvent) -> Int32 {
    do {
      try handler.handle(event, at: offset)
      return 1
    } catch {
      handlerError = error
      return 0
    }
  }

  private var offset: Int { base + yajl_get_bytes_consumed(parser) }

  private func check(_ status: yajl_status) throws {
    if let handlerError { throw handlerError }
    guard status != yajl_status_ok else { return }
    throw JSONSyntaxError(message: complaint(), offset: offset)
  }

  /// yajl's own words, "parse error: unallowed token …", without the kind of the error and the line break.
  private func complaint() -> String {
    guard let parser, let text = yajl_get_error(parser, 0, nil, 0) else { return "the text is not JSON" }
    defer { yajl_free_error(parser, text) }
    let words = String(cString: text).split(separator: ":", maxSplits: 1).last ?? ""
    let sentence = words.drop { $0 == " " }.prefix { $0 != "\n" }
    return String(sentence.last == "." ? sentence.dropLast() : sentence)
  }
}

/// The functions that yajl calls, the same for every parser; yajl keeps the address, so it stays for good.
// Written once here and only read afterwards.
nonisolated(unsafe) private let callbacks: UnsafePointer<yajl_callbacks> = {
  let table = UnsafeMutablePointer<yajl_callbacks>.allocate(capacity: 1)
  table.initialize(
    to: yajl_callbacks(
      yajl_null: { pass(.null, to: $0) },
      yajl_boolean: { pass(.bool($1 != 0), to: $0) },
      yajl_integer: nil,
      yajl_double: nil,
      yajl_number: { context, text, count in
        let bytes = UnsafeRawBufferPointer(start: text, count: count)
        return pass(.number(bytes.assumingMemoryBound(to: UInt8.self)), to: context)
      },
      yajl_string: { pass(.string(UnsafeBufferPointer(start: $1, count: $2)), to: $0) },
      yajl_start_map: { pass(.beginObject, to: $0) },
      yajl_map_key: { pass(.key(UnsafeBufferPointer(start: $1, count: $2)), to: $0) },
      yajl_end_map: { pass(.endObject, to: $0) },
      yajl_start_array: { pass(.beginArray, to: $0) },
      yajl_end_array: { pass(.endArray, to: $0) }
    ))
  return UnsafePointer(table)
}()

private func pass(_ event: JSONEvent, to context: UnsafeMutableRawPointer?) -> Int32 {
  guard let context else { return 0 }
  // Whoever parses holds the parser meanwhile, so that it need not be retained for each of very many events.
  return Unmanaged<YajlParser>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.pass(event) }
}
