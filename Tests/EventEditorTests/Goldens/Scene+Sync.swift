import EventModel

@testable import EventEditor

extension Scene {
  static let syncs: [Scene] = [
    Scene("sync-begun", "A sync that has begun", keys: "<Ctrl-R>"),
    Scene("sync-running", "A sync on its way", keys: "<Ctrl-R>") {
      $0.send(.syncProgressed([.speakers: 12_000, .organizers: 25]))
    },
    Scene("sync-running-form", "A sync on its way, under a form", keys: "nEditors<Ctrl-R>") {
      $0.send(.syncProgressed([.speakers: 12_000]))
    },
    Scene("sync-stopping", "A sync that was asked to stop", keys: "<Ctrl-R><Esc>"),
    Scene("sync-stopped", "A sync that was stopped", keys: "<Ctrl-R><Esc>") { $0.send(.syncEnded(.stopped)) },
    Scene("sync-done", "What a sync did", keys: "<Ctrl-R>") { $0.send(.syncEnded(.finished(.sample(clean)))) },
    Scene("sync-errors", "What a sync did, and what failed", keys: "<Ctrl-R>") {
      $0.send(.syncEnded(.finished(.sample(flawed))))
    },
    Scene("sync-failed", "A sync that reached nobody", keys: "<Ctrl-R>") {
      $0.send(.syncEnded(.finished(.sample(unreachable))))
    },
    Scene("sync-refused", "A sync that is not set up", keys: "<Ctrl-R>") {
      $0.send(
        .syncEnded(
          .refused(
            "No Resources Centre is configured: set RESOURCES_CENTRE_URL and RESOURCES_CENTRE_API_KEY, or try "
              + "`pivotal demo`.")))
    },
    Scene("plan", "What a sync would change", role: .dataOps, keys: "<F6>") { $0.send(.syncPlanned(preview)) },
    Scene("plan-long-line", "What a sync would change, a line read in full", role: .dataOps, keys: "<F6>") {
      $0.send(.syncPlanned(preview))
      $0.type("jjjj")
    },
    Scene("plan-waiting", "What a sync would change waits for the form", role: .dataOps, keys: "nEditors<F6>") {
      $0.send(.syncPlanned(preview))
    },
    Scene("removals", "The question about rows that the Centre lists no more", role: .dataOps, keys: "<Ctrl-R>") {
      $0.send(.syncEnded(.finished(.sample(emptied))))
    },
  ]

  static let sizes: [Scene] = [
    Scene("least-list", "The list in the smallest window", size: (40, 10), keys: "j"),
    Scene("least-month", "A month in the smallest window", size: (40, 10), keys: "vvv"),
    Scene("least-week", "A week in the smallest window", size: (40, 10), keys: "vv"),
    Scene("least-form", "The form in the smallest window", size: (40, 10), keys: "<Enter>"),
    Scene(
      "least-speakers", "The speakers in the smallest window", size: (40, 10),
      keys: "n<Shift-Tab><Shift-Tab>ada<Enter>prof"),
    Scene("least-question", "A question in the smallest window", size: (40, 10), keys: "nEditors<Esc>"),
    Scene("least-help", "The help in the smallest window", size: (40, 10), keys: "?"),
    Scene("too-small", "A window that is too small", size: (39, 9), keys: "n"),
  ]

  private typealias Outcomes = [CatalogueCollection: SyncOutcome]

  private static let clean: Outcomes = {
    var speakers = SyncOutcome()
    (speakers.created, speakers.updated, speakers.unchanged) = (5, 2, 13_055)
    var organizers = SyncOutcome()
    organizers.unchanged = 25
    return [.speakers: speakers, .organizers: organizers, .sponsors: SyncOutcome()]
  }()

  private static let flawed: Outcomes = {
    var outcomes = clean
    outcomes[.speakers]?.problems = [
      SyncProblem(id: "7", name: "Ada Lovelace", reason: "the title is not text"),
      SyncProblem(id: "12", name: nil, reason: "there is no name"),
    ]
    outcomes[.speakers]?.notes = [
      SyncNote(
        kind: .renamed, id: "1", name: "Augusta King", newName: "Ada Lovelace",
        events: [EventUse(id: 3, title: "Accessibility in practice")]),
      SyncNote(kind: .kept, id: "4", name: "Donald Knuth"),
    ]
    outcomes[.sponsors]?.failure = "the Centre answered 500: try again later"
    return outcomes
  }()

  private static let unreachable: Outcomes = {
    let outcomes = CatalogueCollection.allCases.map { collection in
      var outcome = SyncOutcome()
      outcome.failure =
        "Nothing answers at http://127.0.0.1:1/api/v1/\(collection.rawValue): check RESOURCES_CENTRE_URL, or start the Centre."
      return (collection, outcome)
    }
    return Dictionary(uniqueKeysWithValues: outcomes)
  }()

  private static let emptied: Outcomes = {
    var outcomes = clean
    outcomes[.speakers]?.emptied = SourceEmptied(here: 13_062, listed: 3)
    return outcomes
  }()

  private static let preview: SyncPreview = {
    var speakers = SyncOutcome()
    (speakers.created, speakers.updated, speakers.missing, speakers.unchanged) = (2, 1, 1, 13_058)
    speakers.problems = [SyncProblem(id: "7", name: "Alan Turing", reason: "the title is not text")]
    let events = (1...6).map { "\($0) A rather long title" }.joined(separator: ", ")
    return SyncPreview(
      run: .sample([.speakers: speakers, .organizers: SyncOutcome(), .sponsors: SyncOutcome()]),
      lines: [
        .speakers: [
          "  + Edsger Dijkstra", "  + Frances Allen",
          "  ~ Augusta King: name “Augusta King” → “Ada Lovelace” — used by 6 events: \(events)",
          "  - Grace Hopper — used by 1 event: 2 Compilers",
        ]
      ])
  }()
}
