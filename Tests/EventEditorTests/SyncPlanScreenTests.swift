import EventModel
import Testing

@testable import EventEditor

@Suite("What a sync would change, before it does")
struct SyncPlanScreenTests {
  private let preview: SyncPreview = {
    var speakers = SyncOutcome()
    (speakers.created, speakers.updated, speakers.missing) = (2, 1, 1)
    speakers.problems = [SyncProblem(id: "7", name: "Alan Turing", reason: "the title is not text")]
    return SyncPreview(
      run: .sample([.speakers: speakers, .organizers: SyncOutcome(), .sponsors: SyncOutcome()]),
      lines: [
        .speakers: [
          "  + Edsger Dijkstra", "  + Frances Allen",
          "  ~ Ada: name “Ada” → “Ada Lovelace” — used by 1 event: 1 Engines",
          "  - Grace Hopper — used by 1 event: 2 Compilers",
        ]
      ])
  }()

  private func planned() -> EditorScreen {
    var screen = EditorScreen(role: .dataOps)
    screen.type("<F6>")
    screen.send(.syncPlanned(preview))
    return screen
  }

  @Test func aKeyAndTheMenuAskForIt() {
    var screen = EditorScreen(role: .dataOps)
    screen.type("<F6>")
    #expect(screen.asked.contains(.startSync(.showingPlanFirst)))
    #expect(screen.status.hasPrefix("Finding out what would change: asking the Resources Centre"))
    screen = EditorScreen(role: .dataOps)
    screen.type("<Ctrl-X>")
    #expect(screen.text.contains("Sync, but show first what would change"))
  }

  @Test func itNamesWhatIsAddedChangedAndGoneWithTheEventsThatUseThem() {
    let screen = planned()
    for line in ["Speakers: 2 added, 1 updated, 0 unchanged, 1 gone, 1 failed", "+ Edsger Dijkstra", "+ Frances Allen"]
    {
      #expect(screen.text.contains(line))
    }
    #expect(screen.text.contains("~ Ada: name “Ada” → “Ada Lovelace” — used by 1 event: 1 Engines"))
    #expect(screen.text.contains("- Grace Hopper — used by 1 event: 2 Compilers"))
    #expect(screen.text.contains("Alan Turing — the title is not text"))
    #expect(screen.footer.contains("Enter Apply") && screen.footer.contains("Esc Cancel"))
  }

  @Test func enterAppliesItAndTheResultIsShown() {
    var screen = planned()
    screen.type("<Enter>")
    #expect(screen.asked.contains(.answerPlan(approved: true)))
    #expect(screen.status.hasPrefix("Syncing:"))
    screen.send(.syncEnded(.finished(preview.run)))
    #expect(screen.text.contains("Sync completed with errors"))
  }

  @Test func escapeCancelsItAndNothingWasChanged() {
    var screen = planned()
    screen.type("<Esc>")
    #expect(screen.asked.contains(.answerPlan(approved: false)))
    screen.send(.syncEnded(.notApproved))
    #expect(screen.text.contains("Nothing was changed."))
    #expect(!screen.asked.dropFirst().contains(.loadChanges))
  }

  @Test func aLongPlanIsScrolledThroughAndALongLineReadInFull() {
    let events = (1...9).map { "\($0) A rather long title" }.joined(separator: ", ")
    var many = (1...300).map { "  + Speaker \($0)" }
    many.append("  - Grace Hopper — used by 9 events: \(events)")
    var screen = EditorScreen(role: .dataOps)
    screen.type("<F6>")
    screen.send(.syncPlanned(SyncPreview(run: preview.run, lines: [.speakers: many])))
    #expect(screen.line(0).contains("line 1 of 305"))
    screen.type("<PgDn>")
    #expect(screen.line(0).contains("line 19 of 305"))
    #expect(screen.cursorLine.contains("> "))
    screen.type("<End><Up><Up>")
    #expect(screen.cursorLine.contains("Grace Hopper"))
    #expect(screen.text.contains("│  rather long title "))
  }

  @Test func whoHasGoneOnMeanwhileAppliesNothingThatNobodyRead() {
    var screen = EditorScreen(events: [.sample("Compilers", day: 25)], role: .dataOps)
    screen.type("<F6>j")
    screen.send(.syncPlanned(preview))
    #expect(screen.status.contains("F6, or the menu, shows it"))
    screen.type("<Enter>")
    #expect(screen.line(0).hasPrefix("Edit event"))
    #expect(!screen.asked.contains(.answerPlan(approved: true)))
    screen.type("<Esc><F6><Enter>")
    #expect(screen.asked.contains(.answerPlan(approved: true)))
  }

  @Test func aFormStaysInFrontUntilItIsAskedFor() {
    var screen = EditorScreen(role: .dataOps)
    screen.type("nTal<F6>k")
    screen.send(.syncPlanned(preview))
    #expect(screen.line(0).hasPrefix("New event"))
    #expect(screen.status.contains("F6, or the menu, shows it"))
    screen.type("s<Ctrl-R>")
    #expect(!screen.asked.contains(.startSync(.plain)))
    screen.type("<F6>")
    #expect(screen.text.contains("+ Edsger Dijkstra"))
    screen.type("<Esc>")
    #expect(screen.line(with: "Title").contains("Talks"))
  }
}

@Suite("A Centre that suddenly lists far less")
struct RemovalQuestionTests {
  private let run: SyncRun = {
    var speakers = SyncOutcome()
    speakers.unchanged = 3
    speakers.emptied = SourceEmptied(here: 13_062, listed: 3)
    return .sample([.speakers: speakers, .organizers: SyncOutcome(), .sponsors: SyncOutcome()])
  }()

  private func asked() -> EditorScreen {
    var screen = EditorScreen(role: .dataOps)
    screen.type("<Ctrl-R>")
    screen.send(.syncEnded(.finished(run)))
    return screen
  }

  @Test func isAskedAboutWithBothNumbersAndTheSafeAnswerIsMarked() {
    let screen = asked()
    #expect(screen.text.contains("The Resources Centre lists 3 of 13,062 speakers; mark the"))
    #expect(screen.text.contains("other 13,059 as gone?"))
    #expect(screen.cursorLine.contains(">[K] Keep them") && screen.cursorLine.contains("[A] Accept removals"))
  }

  @Test func staffAreNotAskedSinceTheyMayOnlyRefresh() {
    var screen = EditorScreen(role: .staff)
    screen.type("<Ctrl-R>")
    screen.send(.syncEnded(.finished(run)))
    #expect(!screen.text.contains("Accept removals"))
  }

  @Test(arguments: ["k", "<Enter>", "<Esc>"]) func nothingIsRemovedUnlessItIsAccepted(_ key: String) {
    var screen = asked()
    screen.type(key)
    #expect(!screen.asked.contains(.startSync(.acceptingRemovals)))
    #expect(!screen.text.contains("Accept removals"))
  }

  @Test(arguments: ["a", "<Right><Enter>"]) func acceptingSyncsAgainAndTakesThemOff(_ keys: String) {
    var screen = asked()
    screen.type(keys)
    #expect(screen.asked.contains(.startSync(.acceptingRemovals)))
    #expect(screen.status.hasPrefix("Syncing:"))
  }

  @Test func whoIsInAFormIsAskedOnceItIsClosed() {
    var screen = EditorScreen(role: .dataOps)
    screen.type("nTalk<Ctrl-R>")
    screen.send(.syncEnded(.finished(run)))
    #expect(screen.text.contains("lists 3 of the 13,062 speakers here"))
    screen.type("a")
    #expect(screen.line(with: "Title").contains("Talka"))
    screen.type("<Esc>d")
    #expect(screen.text.contains("[A] Accept removals"))
  }
}
