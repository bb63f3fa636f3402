import EventModel
import Testing

@testable import EventEditor

@Suite("That day's other events beside the form")
struct DayBesideFormTests {
  private func form(width: Int, starts: String = "2026-11-25 9:00") -> EditorScreen {
    var cancelled = EventDetails.sample("Off", day: 25)
    cancelled.status = .cancelled
    var late = EventDetails.sample("Late show", day: 25)
    late.starts = late.starts.advanced(bySeconds: 7200)
    late.ends = late.starts.advanced(bySeconds: 3600)
    late.venue = "Town Hall"
    var screen = EditorScreen(
      width: width, events: [.sample("Compilers", day: 25), cancelled, late, .sample("Elsewhere", day: 26)])
    screen.type("nTalk<Tab>" + starts)
    return screen
  }

  @Test func aWideWindowListsThemInAPanel() {
    let screen = form(width: 120)
    #expect(screen.line(1).hasSuffix("Wed 25 Nov 2026"))
    #expect(screen.line(2).hasSuffix("│ 14:00 Compilers"))
    #expect(screen.line(3).hasSuffix("│ 16:00 Late show, Town Hall"))
    #expect(!screen.text.contains("Elsewhere"))
    #expect(!screen.text.contains("Also that day"))
  }

  @Test func eightyColumnsNameTheFirstUnderTheDates() {
    var screen = form(width: 80)
    #expect(screen.line(with: "Time zone").hasSuffix("Also that day: 14:00 Compilers, +1"))
    screen.type("<Ctrl-U>2026-11-27 9:00")
    #expect(!screen.text.contains("Also that day"))
  }

  @Test(arguments: [(40, 24), (60, 20), (75, 10)]) func aNarrowWindowNamesTheFirstInTheStatusLine(
    _ width: Int, _ height: Int
  ) {
    var screen = form(width: width)
    screen.resize(width, height)
    if width > 40 { #expect(screen.status.contains("Also that day: 14:00 Compilers, +1")) }
    screen.type("<Tab><Tab>")
    #expect(screen.status == "Also that day: 14:00 Compilers, +1")
    screen.type("<Shift-Tab><Shift-Tab><Ctrl-U>2026-11-22 9:00")
    #expect(screen.status.contains("in the past"))
    #expect(!screen.status.contains("Also that day"))
  }

  @Test func nothingIsSaidBeforeThereIsAStart() {
    #expect(!form(width: 80, starts: "").text.contains("that day"))
    let wide = form(width: 120, starts: "2026-12-25 9:00")
    #expect(wide.text.contains("│ Nothing else that day"))
  }

  @Test func theEventThatIsEditedIsNotAmongThem() {
    var screen = EditorScreen(width: 104, events: [.sample("Compilers", day: 25)])
    screen.type("<Enter>")
    #expect(screen.text.contains("Nothing else that"))
  }

  @Test func anOpenListHasTheWholeWidth() {
    var screen = form(width: 120)
    while screen.state.form?.focus != .organizer { screen.type("<Tab>") }
    screen.type("museum")
    let rows = screen.text.split(separator: "\n").filter { $0.contains("Museum") }
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { !$0.contains("│") })
  }

  @Test(arguments: [(120, "│ … Exhibition"), (80, "Also that day: … Exhibition"), (50, "Also that day: … Exhibition")])
  func whatHasBegunBeforeHasNoTimeOnThatDay(_ width: Int, _ line: String) {
    var long = EventDetails.sample("Exhibition", day: 24)
    long.ends = long.starts.advanced(bySeconds: 2 * 86_400)
    var screen = EditorScreen(width: width, events: [long])
    screen.type("nTalk<Tab>2026-11-25 9:00")
    #expect((screen.text + screen.status).contains(line), "\(screen.text)")
    screen.type("<Down>")
    #expect(screen.text.contains("… Exhibition"), "\(screen.text)")
  }
}
