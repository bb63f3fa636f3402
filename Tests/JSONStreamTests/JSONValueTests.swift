import JSONStream
import Testing

/// Small documents as values, and back to text.
@Suite struct JSONValueTests {
  @Test func `A value keeps members, order and numbers as written`() throws {
    let value = try JSONValue(parsing: #"{"b": 1.0, "a": [true, null, "x"], "n": 12345678901234567890}"#)
    #expect(value.members?.map(\.key) == ["b", "a", "n"])
    #expect(value["b"] == .number("1.0"))
    #expect(value["a"]?.elements == [.bool(true), .null, .string("x")])
    #expect(value["n"]?.integer == nil)
    #expect(value["missing"] == nil)
    #expect(value.json() == #"{"b":1.0,"a":[true,null,"x"],"n":12345678901234567890}"#)
  }

  @Test func `Of a name that comes twice the last counts`() throws {
    #expect(try JSONValue(parsing: #"{"a":1,"a":2}"#)["a"]?.integer == 2)
  }

  @Test func `What is not JSON throws`() {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: "[1") }
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: "[[[]]]", maximumDepth: 2) }
  }

  @Test func `Every character comes back as it went`() throws {
    let text =
      String((0...0x2FF).compactMap { Unicode.Scalar($0).map(Character.init) }) + "漢😀\u{FFFF}\u{10FFFF}\u{2028}"
    let written = JSONValue.array([.string(text), .string(""), .object([JSONMember(text, .null)])]).json()
    #expect(ReferenceGrammar.accepts(Array(written.utf8)))
    #expect(try JSONValue(parsing: written)[text] == nil)
    #expect(try JSONValue(parsing: written).elements?.first == .string(text))
    #expect(try JSONValue(parsing: written).elements?.last?[text] == .null)
  }

  @Test func `The writer keeps the order and escapes what it must`() {
    let writer = JSONWriter()
    writer.beginObject()
    writer.key("z")
    writer.number(.min)
    writer.key("a\"\n")
    writer.string("\u{0}\u{1F}\\ / é")
    writer.key("empty")
    writer.beginArray()
    writer.endArray()
    writer.endObject()
    #expect(writer.text == #"{"z":-9223372036854775808,"a\"\n":"\u0000\u001F\\ / é","empty":[]}"#)
  }

  @Test func `Pretty text is indented by two spaces and keeps empty containers on one line`() throws {
    let value = try JSONValue(parsing: #"{"a":[1,{"b":[]}],"c":{},"d":[[],[]]}"#)
    #expect(
      value.json(pretty: true) == """
        {
          "a": [
            1,
            {
              "b": []
            }
          ],
          "c": {},
          "d": [
            [],
            []
          ]
        }
        """)
    #expect(JSONValue.array([]).json(pretty: true) == "[]")
    #expect(JSONValue.string("x").json(pretty: true) == "\"x\"")
  }
}
