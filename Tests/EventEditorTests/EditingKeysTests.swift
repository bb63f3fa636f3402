import Testing

@testable import EventEditor

@Suite("The keys for editing text are the same wherever text is typed")
struct EditingKeysTests {
  private static let toSpeakers = "<Shift-Tab><Shift-Tab>"

  /// The ways to texts of one line, and to the lines of a description.
  private static let places = [
    "/", "x<Ctrl-U>", "n", "n<Tab>", "n<Tab><Tab><Ctrl-U>", "n<Tab><Tab><Tab><Ctrl-U>", "n\(toSpeakers)",
    "n\(toSpeakers)ada<Enter>", "n\(toSpeakers)<Shift-Tab>", "n<Shift-Tab>", "n<Shift-Tab>One<Enter>",
    "n\(toSpeakers)Radia<Down><Enter>", "n\(toSpeakers)Radia<Down><Enter><Tab><Tab>First<Enter>",
  ]

  @Test(
    arguments: places,
    [
      ("<Ctrl-A>", "|one two"), ("<Home>", "|one two"), ("<Ctrl-A><Ctrl-F>", "o|ne two"), ("<Home><Right>", "o|ne two"),
      ("<Ctrl-B>", "one tw|o"), ("<Left>", "one tw|o"), ("<Ctrl-A><Ctrl-E>", "one two|"), ("<Home><End>", "one two|"),
      ("<Backspace>", "one tw|"), ("<Left><Del>", "one tw|"), ("<Left><Ctrl-D>", "one tw|"), ("<Ctrl-W>", "one |"),
      ("<Left><Ctrl-K>", "one tw|"), ("<Left><Left><Ctrl-U>", "|wo"),
    ])
  func text(_ place: String, _ key: (keys: String, text: String)) {
    var screen = EditorScreen(events: World.events, catalogue: World.catalogue, role: .dataOps)
    screen.type(place)
    let label = screen.beforeCursor
    screen.type("one two" + key.keys)
    let parts = key.text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let after = screen.cursorLine.dropFirst(screen.beforeCursor.count)
    #expect(screen.beforeCursor == label + parts[0], "\(screen.text)")
    #expect(after.hasPrefix(parts[1]), "\(screen.text)")
  }
}
