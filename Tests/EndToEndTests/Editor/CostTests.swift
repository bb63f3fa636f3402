import TestSupport
import Testing

@Suite("What a key costs on the line")
struct CostTests {
  /// Types letters one by one, each once the one before is seen, and gives the bytes that came for each on average.
  private func bytes(for text: String, _ screen: TmuxScreen) throws -> Int {
    try screen.recordOutput()
    var typed = ""
    for letter in text {
      typed.append(letter)
      try screen.type(String(letter))
      try screen.waitUntil("'\(typed)' is there") { $0.cursorLine.prefix($0.cursorColumn).hasSuffix(typed) }
    }
    #expect(isMet(within: .seconds(20)) { screen.bytesSent > 0 })
    return screen.bytesSent / text.count
  }

  @Test("A letter in a text field sends under 60 bytes")
  func textField() throws {
    let screen = try Workplace().editor("new")
    try screen.waitFor("New event", "^S Save")
    #expect(try bytes(for: "Accessibility-in-practice-for-terminals", screen) < 60)
  }

  @Test("A letter in a picker sends under half of what fzf sends for the same rows")
  func picker() throws {
    let screen = try Workplace().editor("demo")
    try screen.waitFor("82 speakers", "q Quit")
    try screen.type("n")
    try screen.waitFor("New event")
    try screen.go(to: "Speakers")
    #expect(try bytes(for: "professor", screen) < 1_500)
  }

  @Test("A key that changes nothing sends nothing")
  func nothing() throws {
    let screen = try Workplace().editor("demo")
    try screen.waitFor("82 speakers", "q Quit")
    try screen.type("g")
    try screen.waitUntil("the first event is marked") { $0.highlightedRow?.contains("Moore School") == true }
    try screen.recordOutput()
    try screen.type("jk")
    try screen.waitUntil("the first one is marked again") { $0.highlightedRow?.contains("Moore School") == true }
    try screen.type(String(repeating: "k", count: 200) + "j")
    try screen.waitUntil("the second one is marked") { $0.highlightedRow?.contains("Moore School") == false }
    #expect(screen.bytesSent < 2_000, "a row that is drawn anew takes more than ten bytes")
  }
}
