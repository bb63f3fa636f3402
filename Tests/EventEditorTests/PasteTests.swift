import EventModel
import Testing

@testable import EventEditor

@Suite("A paste reaches every text, and is only text")
struct PasteTests {
  private static let toSpeakers = "<Shift-Tab><Shift-Tab>"

  @Test(arguments: [
    "/", "n", "n<Tab>", "n<Tab><Tab>", "n<Tab><Tab><Tab>", "n\(toSpeakers)", "n\(toSpeakers)<Down>",
    "n\(toSpeakers)ada<Enter><Left>", "n\(toSpeakers)<Shift-Tab>", "n\(toSpeakers)<Shift-Tab><Shift-Tab>",
    "n<Shift-Tab>", "n<Tab><Down>", "n\(toSpeakers)Radia<Down><Enter><Tab>",
  ])
  func itStandsAtTheCursor(_ keys: String) {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)], role: .dataOps)
    screen.type(keys)
    screen.paste("pasted\u{1B}[2J\u{8}te\u{7}xt")
    #expect(screen.beforeCursor.hasSuffix("pasted [2J te xt") || screen.beforeCursor.hasSuffix("pasted[2Jtext"))
    #expect(!screen.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }

  @Test func theSpaceBeforeAPastedWordStaysAndTheEndsGoWithTheSave() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)])
    screen.type("<Enter>")
    screen.paste(" II")
    #expect(screen.beforeCursor.hasSuffix("Compilers II"))
    screen.paste("\n, third\u{7}\u{7}edition ")
    #expect(screen.beforeCursor.hasSuffix("Compilers II, third edition "))
    screen.paste("\r\n")
    screen.type("<Ctrl-S>")
    #expect(screen.stored.first?.details.title == "Compilers II, third edition")
  }

  @Test func inADescriptionControlCharactersBecomeSpacesAndLinesStay() {
    var screen = EditorScreen()
    screen.type("n<Shift-Tab>")
    screen.paste("One\u{1B}[1m\u{7}two\r\n\tthree\u{85}four")
    #expect(screen.state.form?.description.text == "One [1m two\n\tthree\nfour")
  }

  @Test func theNameOfAFileCanBePasted() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)])
    screen.type("x<Ctrl-U>")
    screen.paste("/tmp/talks.csv\n")
    #expect(screen.beforeCursor.hasSuffix("/tmp/talks.csv"))
    #expect(screen.text.contains("(x) csv"))
  }

  @Test(arguments: ["", "?", "<Ctrl-X>", "d", "i", "nx<Esc>"])
  func whereNothingIsTypedItPressesNoKey(_ keys: String) {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)])
    screen.type(keys)
    let before = screen.text
    screen.paste("ydqs\nn")
    #expect(screen.text == before)
    #expect(screen.stored.count == 1 && !screen.asked.contains(.quit))
  }
}
