extension JSONValue {
  /// Reads a whole document.
  ///
  /// - Throws: ``JSONSyntaxError``
  public init(parsing bytes: some Sequence<UInt8>, maximumDepth: Int = 64) throws {
    let builder = JSONValueBuilder()
    let document = Array(bytes)
    let reader = JSONReader(maximumDepth: maximumDepth, maximumTokenBytes: .max, handler: builder)
    try reader.feed(document)
    try reader.finish()
    self = builder.root
  }

  /// Reads a whole document.
  ///
  /// - Throws: ``JSONSyntaxError``
  public init(parsing text: String, maximumDepth: Int = 64) throws {
    try self.init(parsing: text.utf8, maximumDepth: maximumDepth)
  }
}

/// Puts the events of a document together to a value.
private final class JSONValueBuilder: JSONEventHandler {
  /// An object or array that is still open.
  private struct Container {
    var elements: [JSONValue] = []
    var members: [JSONMember] = []
    var key = ""
    let isObject: Bool
  }

  private(set) var root = JSONValue.null
  private var open: [Container] = []

  func handle(_ event: JSONEvent, at offset: Int) {
    switch event {
    case .null: add(.null)
    case .bool(let value): add(.bool(value))
    case .number(let text): add(.number(String(decoding: text, as: UTF8.self)))
    case .string(let text): add(.string(String(decoding: text, as: UTF8.self)))
    case .key(let text): setKey(String(decoding: text, as: UTF8.self))
    case .beginObject: open.append(Container(isObject: true))
    case .beginArray: open.append(Container(isObject: false))
    case .endObject, .endArray: close()
    }
  }

  private func setKey(_ key: String) {
    guard let last = open.indices.last else { return }
    open[last].key = key
  }

  private func close() {
    guard let container = open.popLast() else { return }
    add(container.isObject ? .object(container.members) : .array(container.elements))
  }

  private func add(_ value: JSONValue) {
    guard let last = open.indices.last else {
      root = value
      return
    }
    if open[last].isObject {
      open[last].members.append(JSONMember(open[last].key, value))
    } else {
      open[last].elements.append(value)
    }
  }
}
