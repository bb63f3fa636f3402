import TerminalKit
import Testing

@testable import EventEditor

@Suite("The description, wrapped to the window")
struct DescriptionTests {
  private static let paragraph =
    "An evening about the first programmers, with a reading from their letters, a look at the machines they wrote for "
    + "and time for questions."

  @Test(arguments: [(80, 24), (40, 10), (120, 40)])
  func upAndDownGoFromRowToRowOfAParagraph(_ width: Int, _ height: Int) {
    var screen = EditorScreen(width: width, height: height)
    screen.type("n<Shift-Tab>\(Self.paragraph)<Up>")
    #expect(screen.state.form?.focus == .description)
    let row = screen.cursorLine
    let x = screen.frame.cursor.x
    #expect(!row.contains("questions."), "it left the last row, and not the whole line: \(row)")
    #expect(row.count > 15)
    screen.type("<Down>")
    #expect(screen.cursorLine.contains("questions."))
    #expect(screen.frame.cursor.x == x)
    screen.type("<Up><Home>*<End>*")
    #expect(screen.state.form?.description.text == "*\(Self.paragraph)*")
  }

  @Test func soDoTheyInTheBioOfTheCatalogue() {
    var screen = EditorScreen(role: .dataOps)
    screen.type("n<Shift-Tab><Shift-Tab>Radia<Down><Enter><Tab><Tab>\(Self.paragraph)<Up>")
    #expect(screen.text.contains("New speaker in the catalogue"))
    #expect(screen.line(with: "An evening about").contains("Bio") == false)
    screen.type("<Up><Up><Up>")
    #expect(screen.cursorLine.contains("An evening about"))
    screen.type("<Down>")
    #expect(!screen.cursorLine.contains("An evening about"))
  }
}
