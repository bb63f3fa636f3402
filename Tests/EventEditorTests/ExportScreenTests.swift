import EventModel
import Testing

@testable import EventEditor

@Suite("Export from the list")
struct ExportScreenTests {
  private let events: [EventDetails] = [.sample("Accessibility", day: 24), .sample("Compilers", day: 25)]

  private func request(_ screen: EditorScreen) -> ExportRequest? {
    screen.asked.compactMap { if case .export(let request) = $0 { request } else { nil } }.last
  }

  @Test func asksForAFormatAndAFileAndTakesWhatIsShown() {
    var screen = EditorScreen(events: events)
    screen.type("/comp<Enter>x")
    #expect(screen.text.contains("Export: 1 event shown"))
    #expect(screen.line(with: "Format").contains("(x) ics  ( ) csv  ( ) json"))
    #expect(screen.beforeCursor.hasSuffix("events.ics"))
    screen.type("<Tab>")
    #expect(screen.beforeCursor.hasSuffix("events.csv"))
    #expect(screen.line(with: "Format").contains("(x) csv"))
    screen.type("<Enter>")
    #expect(request(screen)?.path == "events.csv")
    #expect(request(screen)?.format == .csv)
    #expect(request(screen)?.events.map(\.details.title) == ["Compilers"])
    screen.send(.exported(.written(1, path: "events.csv")))
    #expect(screen.status == "1 event written to events.csv")
  }

  @Test func takesTheMarkedOnesWhereThereAreAnyAndTheNameSaysTheFormat() {
    var screen = EditorScreen(events: events)
    screen.type("<Space>x")
    #expect(screen.text.contains("Export: 1 event marked"))
    screen.type("<Ctrl-U>talks.json<Ctrl-S>")
    #expect(request(screen)?.format == .json)
    #expect(request(screen)?.path == "talks.json")
    #expect(request(screen)?.events.map(\.details.title) == ["Accessibility"])
    #expect(request(screen)?.replacesFile == false)
  }

  @Test func whatTheNameWasAskedForIsWrittenAlsoWhereTheListIsAnotherOneByThen() {
    var screen = EditorScreen(events: events)
    screen.type("x")
    screen.send(.eventsLoaded(EventsSnapshot(screen.stored.filter { $0.id.rawValue == 2 })))
    screen.type("<Enter>")
    #expect(request(screen)?.events.map(\.details.title) == ["Accessibility", "Compilers"])
  }

  @Test func aFileThatIsThereIsReplacedOnlyWhenTheAnswerSaysSo() throws {
    var screen = EditorScreen(events: events)
    screen.type("x<Enter>")
    let asked = try #require(request(screen))
    screen.send(.exported(.exists(asked)))
    #expect(screen.text.contains("events.ics is there already."))
    screen.type("<Enter>")
    #expect(request(screen) == asked)
    screen.send(.exported(.exists(asked)))
    screen.type("r")
    #expect(request(screen)?.replacesFile == true)
  }

  @Test func escapeWritesNothingAndNoNameIsNoFile() {
    var screen = EditorScreen(events: events)
    screen.type("x<Ctrl-U><Enter>")
    #expect(screen.status == "Write the name of the file")
    screen.type("<Esc>")
    #expect(!screen.text.contains("Export"))
    #expect(request(screen) == nil)
  }

  @Test func aFileThatCannotBeWrittenIsAskedForOnceMore() throws {
    var screen = EditorScreen(events: events)
    screen.type("x<Ctrl-U>/nowhere/e.csv<Enter>")
    let asked = try #require(request(screen))
    screen.send(.notExported(asked, "/nowhere/e.csv cannot be written: choose another place for it."))
    #expect(screen.status == "/nowhere/e.csv cannot be written: choose another place for it.")
    screen.type("<Ctrl-U>/tmp/e.csv<Enter>")
    #expect(request(screen)?.path == "/tmp/e.csv")
    #expect(request(screen)?.format == .csv)
    #expect(!screen.text.contains("Export"))
  }

  @Test func whetherToReplaceAFileIsAskedOnceTheFormIsClosed() throws {
    var screen = EditorScreen(events: events)
    screen.type("x<Enter>")
    let asked = try #require(request(screen))
    screen.type("n")
    screen.send(.exported(.exists(asked)))
    screen.type("r")
    #expect(screen.cursorLine.contains("r"))
    #expect(request(screen)?.replacesFile == false)
    screen.type("<Esc>d")
    #expect(screen.text.contains("events.ics is there already."))
  }

  @Test(arguments: ["<Enter>", "<Ctrl-S>", "<F2>"]) func theKeysThatSaveWriteTheFile(_ key: String) {
    var screen = EditorScreen(events: events)
    screen.type("x" + key)
    #expect(request(screen)?.path == "events.ics")
  }
}
