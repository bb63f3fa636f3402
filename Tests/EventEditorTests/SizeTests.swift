import TerminalKit
import Testing

@testable import EventEditor

@Suite("Sizes of the window")
struct SizeTests {
  @Test func belowTheLeastSizeItSaysSoAndComesBackWithNothingLost() {
    var screen = EditorScreen()
    screen.type("nTalk")
    screen.resize(39, 9)
    #expect(screen.line(0).hasPrefix("This window is 39×9"))
    screen.resize(80, 24)
    #expect(screen.cursorLine.contains("Talk"))
  }

  @Test(arguments: [(40, 10), (60, 12), (80, 24), (120, 40), (300, 100)])
  func everyFieldCanBeReachedAndIsSeenWithItsLabel(_ width: Int, _ height: Int) {
    var screen = EditorScreen(width: width, height: height)
    screen.type("n")
    for field in [
      "Title", "Starts", "Ends", "Time zone", "Venue", "City", "Link", "Capacity", "Status", "Organizer", "Sponsor",
      "Speakers", "Description",
    ] {
      #expect(screen.cursorLine.contains(field), "\(field) at \(width)×\(height)")
      screen.type("<Tab>")
    }
    #expect(screen.cursorLine.contains("Title"))
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func anOpenListIsSeenAtEverySize(_ width: Int, _ height: Int) {
    var screen = EditorScreen(width: width, height: height)
    screen.type("n")
    while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
    screen.type("knuth")
    #expect(screen.text.contains("Donald Knuth"))
    #expect(screen.text.contains("1 of 10 shown"))
    #expect(screen.beforeCursor.hasSuffix("knuth"))
  }
}
