import CYajl

/// Writes one JSON document, value by value, its members in the order given.
///
/// The calls must make up a document, as in `beginObject()`, `key("id")`, `string("7")`, `endObject()`; anything else is
/// a mistake in the program and stops a debug build. So is nesting more than 127 deep.
public final class JSONWriter {
  private let generator: yajl_gen?
  /// The brackets of a container of which nothing is known yet but that it was begun; an empty one stays on its line.
  private var begun: String?

  /// Makes a writer.
  ///
  /// - Parameter pretty: whether each member and element gets its own line, indented by two spaces a level.
  public init(pretty: Bool = false) {
    generator = yajl_gen_alloc(nil)
    if pretty, let generator { _ = pivotal_yajl_gen_beautify(generator) }
  }

  deinit {
    if let generator { yajl_gen_free(generator) }
  }

  /// Begins an object.
  public func beginObject() { begin("{}") }

  /// Ends the object begun last.
  public func endObject() { end { yajl_gen_map_close($0) } }

  /// Begins an array.
  public func beginArray() { begin("[]") }

  /// Ends the array begun last.
  public func endArray() { end { yajl_gen_array_close($0) } }

  /// Writes the name of a member, whose value comes next.
  public func key(_ key: String) { string(key) }

  /// Writes a string, escaped as it must be; U+0000 is no exception.
  public func string(_ value: String) {
    var value = value
    value.withUTF8 { bytes in
      write { yajl_gen_string($0, bytes.baseAddress, bytes.count) }
    }
  }

  /// Writes a member that is text or null.
  public func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes an integer.
  public func number(_ value: Int64) {
    write { yajl_gen_integer($0, value) }
  }

  /// Writes a number as it stands, which must be the text of a JSON number.
  public func number(text: String) {
    raw(text)
  }

  /// Writes `true` or `false`.
  public func bool(_ value: Bool) {
    write { yajl_gen_bool($0, value ? 1 : 0) }
  }

  /// Writes `null`.
  public func null() {
    write { yajl_gen_null($0) }
  }

  /// What has been written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What has been written, as UTF-8.
  public var bytes: [UInt8] {
    var bytes: UnsafePointer<UInt8>?
    var count = 0
    guard let generator, yajl_gen_get_buf(generator, &bytes, &count) == yajl_gen_status_ok else { return [] }
    let written = UnsafeBufferPointer(start: bytes, count: count)
    // yajl ends an indented document with a line feed.
    return Array(written.last == UInt8(ascii: "\n") ? written.dropLast() : written[...])
  }

  /// Takes what has been written so far out of the writer, which goes on behind it: so a document takes no memory as a
  /// whole.
  public func drain() -> String {
    let text = text
    if let generator { yajl_gen_clear(generator) }
    return text
  }

  private func begin(_ brackets: String) {
    open()
    begun = brackets
  }

  private func end(_ close: (yajl_gen) -> yajl_gen_status) {
    if let brackets = begun {
      begun = nil
      raw(brackets)
    } else {
      write(close)
    }
  }

  /// Writes text that is a whole value in itself; yajl's call for numbers takes any.
  private func raw(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        write { yajl_gen_number($0, characters.baseAddress, characters.count) }
      }
    }
  }

  private func write(_ call: (yajl_gen) -> yajl_gen_status) {
    open()
    guard let generator else { return }
    let status = call(generator)
    assert(status == yajl_gen_status_ok, "the calls make up no JSON document: yajl's status \(status.rawValue)")
  }

  /// Writes the opening bracket of the container begun last, now that something goes into it.
  private func open() {
    guard let brackets = begun, let generator else { return }
    begun = nil
    _ = brackets == "{}" ? yajl_gen_map_open(generator) : yajl_gen_array_open(generator)
  }
}
