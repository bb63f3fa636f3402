import JSONStream
import Testing

/// What the handler is told, and when.
@Suite struct JSONReaderTests {
  @Test func `Events come in the order of the text, decoded`() throws {
    let document = #"{"a":[1,-2.50e3,true,null],"a":"\u00e9\n\ud83d\ude00","":{}}"#
    #expect(
      try events(of: Array(document.utf8), blockBytes: 3)
        == ["{", ".a", "[", "#1", "#-2.50e3", "true", "null", "]", ".a", "'é\n😀", ".", "{", "}", "}"])
  }

  @Test func `Half a surrogate pair is read as the replacement character`() throws {
    let document = #"["\ud800","\udc00\udc00","\uD83D\uD83D\uDE00","\ud800\\udc00","\\ud800","\uD800\n"]"#
    let expected = ["'\u{FFFD}", "'\u{FFFD}\u{FFFD}", "'\u{FFFD}😀", "'\u{FFFD}\\udc00", "'\\ud800", "'\u{FFFD}\n"]
    for size in 1...document.utf8.count {
      #expect(try events(of: Array(document.utf8), blockBytes: size) == ["["] + expected + ["]"])
    }
  }

  @Test func `The offset counts the bytes read, the event's own included`() throws {
    let log = EventLog()
    let reader = JSONReader(blockBytes: 2, handler: log)
    try reader.feed(Array(#"["é",12, {}]"#.utf8))
    try reader.finish()
    #expect(log.entries == ["[", "'é", "#12", "{", "}", "]"])
    #expect(log.offsets == [1, 5, 8, 11, 12, 13])
    #expect(reader.offset == 13)
  }

  @Test func `Events come as soon as a block is full`() throws {
    let log = EventLog()
    let reader = JSONReader(blockBytes: 4, handler: log)
    try reader.feed(Array("[1,2".utf8))
    #expect(log.entries == ["[", "#1"])
  }

  @Test func `A text or number beyond the limit fails instead of filling the memory`() throws {
    for (begin, filler) in [("[\"", "a"), ("[", "1"), ("\"", "\\n"), ("", "7")] {
      let reader = JSONReader(maximumTokenBytes: 1000, blockBytes: 64, handler: EventLog())
      try reader.feed(Array(begin.utf8))
      var fed = 0
      #expect(throws: JSONSyntaxError.self) {
        while fed < 100_000 {
          try reader.feed(Array(filler.utf8))
          fed += 1
        }
      }
      #expect(fed < 1200)
    }
  }

  @Test func `Any amount of white space and of short values passes`() throws {
    let reader = JSONReader(maximumTokenBytes: 100, handler: EventLog())
    try reader.feed(Array("[".utf8))
    for _ in 0..<1000 { try reader.feed(Array("1,\"abc\",          ".utf8)) }
    try reader.feed(Array("1]".utf8))
    try reader.finish()
  }

  @Test func `What a handler throws comes out, and again from then on`() {
    struct Refusal: Error {}
    final class Refuser: JSONEventHandler {
      func handle(_ event: JSONEvent, at offset: Int) throws {
        if case .key = event { throw Refusal() }
      }
    }
    let reader = JSONReader(blockBytes: 1, handler: Refuser())
    #expect(throws: Refusal.self) { try reader.feed(Array(#"{"a":1}"#.utf8)) }
    #expect(throws: Refusal.self) { try reader.feed(Array("1".utf8)) }
    #expect(throws: Refusal.self) { try reader.finish() }
  }

  @Test func `An error says what is wrong and at which byte`() {
    #expect(error(of: "[1,]") == "unallowed token at this point in JSON text (byte 4)")
    #expect(error(of: "[1] x") == "something follows the end of the document (byte 4)")
    #expect(error(of: "[\"a") == "the document ends before it is complete (byte 3)")
    #expect(error(of: "") == "the document is empty (byte 0)")
    #expect(error(of: "[\u{0C}]") == "a control character stands between the values (byte 1)")
  }

  private func error(of document: String) -> String? {
    do {
      _ = try events(of: Array(document.utf8), blockBytes: 1)
      return nil
    } catch {
      return String(describing: error)
    }
  }
}
