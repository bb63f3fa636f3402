import JSONStream

/// Writes down the events of a document, one word each, so that a test can compare them.
final class EventLog: JSONEventHandler {
  private(set) var entries: [String] = []
  private(set) var offsets: [Int] = []

  func handle(_ event: JSONEvent, at offset: Int) {
    offsets.append(offset)
    entries.append(Self.word(event))
  }

  private static func word(_ event: JSONEvent) -> String {
    switch event {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let text): "#" + String(decoding: text, as: UTF8.self)
    case .string(let text): "'" + String(decoding: text, as: UTF8.self)
    case .key(let text): "." + String(decoding: text, as: UTF8.self)
    case .beginObject: "{"
    case .endObject: "}"
    case .beginArray: "["
    case .endArray: "]"
    }
  }
}

/// Reads a document in blocks of the given size, which is where yajl sees it split.
func events(of document: [UInt8], blockBytes: Int, maximumDepth: Int = 64) throws -> [String] {
  let log = EventLog()
  let reader = JSONReader(maximumDepth: maximumDepth, blockBytes: blockBytes, handler: log)
  try reader.feed(document)
  try reader.finish()
  return log.entries
}

/// Whether a document passes when it is read in blocks of the given size.
func passes(_ document: [UInt8], blockBytes: Int) -> Bool {
  (try? events(of: document, blockBytes: blockBytes)) != nil
}
