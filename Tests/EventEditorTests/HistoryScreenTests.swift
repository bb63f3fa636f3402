import EventModel
import Testing

@testable import EventEditor

@Suite("The history of an event")
struct HistoryScreenTests {
  private func entry(_ kind: HistoryEntry.Kind, _ user: String, minutes: Int64, _ fields: [FieldChange] = [])
    -> HistoryEntry
  {
    HistoryEntry(
      kind: kind, version: 1, user: user, at: EditorScreen.now.advanced(bySeconds: minutes * 60), fields: fields)
  }

  @Test(arguments: [(80, 24), (40, 10)])
  func saysWhoChangedWhatAndWhen(_ width: Int, _ height: Int) {
    var screen = EditorScreen(width: width, height: height, events: [.sample("Compilers", day: 25)])
    screen.history = [
      entry(.changed, "grace", minutes: 4, [FieldChange(field: .venue, before: "", after: "Main hall")]),
      entry(.created, "ada", minutes: 0),
    ]
    screen.type("i")
    #expect(screen.text.contains("History of “Compilers”"))
    #expect(screen.text.contains("Mon 23 Nov 12:04  grace changed"))
    #expect(screen.text.contains("Venue: nothing → “Main hall”"))
    #expect(screen.text.contains("Mon 23 Nov 12:00  ada added it"))
    screen.type("<Esc>")
    #expect(!screen.text.contains("History"))
  }

  @Test func isScrolledWhereItIsLong() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)])
    screen.history = (0..<40).map { number in
      entry(
        .changed, "grace", minutes: Int64(40 - number),
        [FieldChange(field: .title, before: "Title \(number)", after: "Title \(number - 1)")])
    }
    screen.type("i")
    #expect(screen.text.contains("lines 1 to"))
    #expect(!screen.text.contains("Title 39"))
    screen.type("<End>")
    #expect(screen.text.contains("“Title 39”"))
    // An event that is older than the history still tells who made it.
    #expect(screen.text.contains("ada added it"))
  }

  @Test func anEventThatIsNotThereHasNone() {
    var screen = EditorScreen()
    screen.type("i")
    #expect(!screen.text.contains("History"))
  }
}
