import EventModel
import Testing

@testable import EventEditor

@Suite("Syncing from the editor")
struct SyncScreenTests {
  private let run: SyncRun = {
    var speakers = SyncOutcome()
    speakers.created = 1_205
    speakers.updated = 2
    speakers.problems = [SyncProblem(id: "7", name: "Ada Lovelace", reason: "the title is not text")]
    var sponsors = SyncOutcome()
    sponsors.failure = "the Centre answered 500: try again later"
    return SyncRun(
      startedAt: EditorScreen.now, finishedAt: EditorScreen.now, source: "http://127.0.0.1:1",
      outcomes: [.speakers: speakers, .organizers: SyncOutcome(), .sponsors: sponsors])
  }()

  @Test(arguments: ["<Ctrl-R>", "<F5>", "<Ctrl-X><Down><Down><Down><Down><Down><Enter>"])
  func startsFromKeysAndFromTheMenu(_ keys: String) {
    var screen = EditorScreen()
    screen.type(keys)
    #expect(screen.asked.contains(.startSync(.plain)))
    #expect(screen.status.hasPrefix("Syncing: asking the Resources Centre"))
  }

  @Test func countsInWordsAndNumbersAndASecondKeyStartsNoSecondSync() {
    var screen = EditorScreen()
    screen.type("<Ctrl-R><Ctrl-R>")
    screen.send(.syncProgressed([.speakers: 12_000, .sponsors: 25]))
    #expect(screen.status == "Syncing: 12,000 speakers, 25 sponsors read … Esc stops")
    #expect(screen.asked.filter { $0 == .startSync(.plain) }.count == 1)
  }

  @Test func theFooterOffersASyncOnlyWhereOneCanBeStarted() {
    var screen = EditorScreen(width: 100)
    #expect(screen.footer.contains("^R Sync"))
    screen.type("<Ctrl-R>")
    #expect(!screen.footer.contains("^R Sync"))
    #expect(screen.footer.hasPrefix("Esc Stop sync"))
    screen.send(.syncEnded(.finished(run)))
    #expect(screen.footer.contains("^R Sync"))
  }

  @Test func theResultNamesWhatFailedAndLeavesWithAnyKeyWhichStillActs() {
    var screen = EditorScreen()
    screen.type("<Ctrl-R>")
    screen.send(.syncEnded(.finished(run)))
    #expect(screen.text.contains("Sync completed with errors"))
    #expect(screen.text.contains("Speakers: 1,205 added, 2 updated, 0 unchanged, 1 failed"))
    #expect(screen.text.contains("Ada Lovelace — the title is not text"))
    #expect(screen.text.contains("Sponsors: not synced — the Centre answered 500"))
    #expect(screen.asked.contains(.loadChanges))
    screen.type("n")
    #expect(!screen.text.contains("Sync completed"))
    #expect(screen.line(0).hasPrefix("New event"))
  }

  @Test func whatIsToBeSaidOfSingleRowsIsSaidByName() {
    var speakers = SyncOutcome()
    speakers.updated = 1
    speakers.notes = [
      SyncNote(
        kind: .renamed, id: "1", name: "Ada Byron", newName: "Ada Lovelace", events: [EventUse(id: 3, title: "Talk")])
    ]
    var screen = EditorScreen()
    screen.type("<Ctrl-R>")
    screen.send(.syncEnded(.finished(.sample([.speakers: speakers]))))
    #expect(screen.text.contains("Ada Byron is Ada Lovelace now — used by 1 event: 3 Talk"))
  }

  @Test func oneCauseOfAllThreeFailuresIsSaidOnce() {
    let outcomes = CatalogueCollection.allCases.map { collection in
      var outcome = SyncOutcome()
      outcome.failure = "Nothing answers at http://127.0.0.1:1/api/v1/\(collection.rawValue)."
      return (collection, outcome)
    }
    var screen = EditorScreen()
    screen.type("<Ctrl-R>")
    screen.send(.syncEnded(.finished(.sample(Dictionary(uniqueKeysWithValues: outcomes)))))
    #expect(screen.text.contains("Speakers, organizers and sponsors: not synced — Nothing answers"))
    #expect(screen.text.components(separatedBy: "Nothing answers").count == 2)
  }

  @Test func escapeStopsARunningSyncAndTheFormUnderneathStaysAsItIs() {
    var screen = EditorScreen()
    screen.type("nTalk<Ctrl-R>s<Esc>")
    #expect(screen.asked.contains(.stopSync))
    #expect(screen.status == "Stopping the sync after its current step …")
    screen.send(.syncEnded(.stopped))
    screen.type("<Tab>tomorrow 9<Ctrl-S>")
    #expect(screen.stored.first?.details.title == "Talks")
  }

  @Test("While it is being stopped the keys mean what they always do", arguments: ["<Esc>", "<Ctrl-C>"])
  func keysWhileItIsBeingStopped(_ key: String) {
    var screen = EditorScreen()
    screen.type("n<Ctrl-R><Esc>\(key)")
    #expect(screen.line(0).hasPrefix("Events"))
    #expect(screen.asked.filter { $0 == .stopSync }.count == 1)
  }

  @Test func whatIsMissingInTheConfigurationIsSaid() {
    var screen = EditorScreen()
    screen.type("<Ctrl-R>")
    screen.send(.syncEnded(.refused("No Resources Centre is set: set RESOURCES_CENTRE_URL, or try `pivotal demo`.")))
    #expect(screen.text.contains("set RESOURCES_CENTRE_URL"))
  }
}

extension SyncRun {
  /// A run with outcomes, from a Centre on this machine.
  static func sample(_ outcomes: [CatalogueCollection: SyncOutcome]) -> SyncRun {
    SyncRun(
      startedAt: EditorScreen.now, finishedAt: EditorScreen.now, source: "http://127.0.0.1:1", outcomes: outcomes)
  }
}
