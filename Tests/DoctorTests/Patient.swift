import CentreSync
import EventModel
import EventStore
import TerminalKit

@testable import Doctor

let noon = Instant(microseconds: 1_795_521_600_000_000)

/// Facts of which nothing is wrong, for a test to spoil one of.
func healthyFacts() -> HealthFacts {
  let run = SyncRun(
    startedAt: noon, finishedAt: noon.advanced(bySeconds: -3 * 3600), source: "https://centre.example",
    outcomes: [.speakers: SyncOutcome()])
  var facts = HealthFacts(
    settingsFile: .usable, settingsPath: "/home/ada/.config/pivotal/env",
    storage: StorageInspection(
      path: "/data/pivotal.db",
      state: .ready(StorageInspection.Contents(steps: 3, knownSteps: 3, lastRun: run)), permissions: 0o600,
      freeBytes: 5 << 30, logBytes: 4 << 20),
    terminal: TerminalFacts(
      type: "xterm-256color", isTerminal: true, canShowScreens: true, size: Size(width: 120, height: 40), colors: 256,
      isUnicode: true, isColorless: false),
    now: noon)
  facts.preferences = .usable
  facts.url = .usable
  facts.shownURL = "https://centre.example"
  facts.key = .usable
  facts.webhookSecret = .usable
  facts.centre = CentreEndpoint.allCases.map { answer($0) }
  return facts
}

/// An answer of the Centre's, a good one from just now unless said otherwise.
func answer(
  _ endpoint: CentreEndpoint, _ outcome: CentreAnswer.Outcome = .good, clock: Instant? = noon, at time: Instant = noon
) -> CentreAnswer {
  CentreAnswer(endpoint: endpoint, outcome: outcome, clock: clock, receivedAt: time)
}

/// What is found where one thing is spoiled: the lines that are not ok.
func complaints(_ spoil: (inout HealthFacts) -> Void) -> [String] {
  var facts = healthyFacts()
  spoil(&facts)
  return HealthReport(facts).findings.filter { $0.grade != .ok }.map(\.line)
}

/// The line of one check where something was changed.
func line(_ check: String, _ change: (inout HealthFacts) -> Void = { _ in }) -> String? {
  var facts = healthyFacts()
  change(&facts)
  return HealthReport(facts).findings.first { $0.check == check }?.line
}

extension HealthFacts {
  /// Changes what is in the database.
  mutating func changeContents(_ change: (inout StorageInspection.Contents) -> Void) {
    guard case .ready(var contents) = storage.state else { return }
    change(&contents)
    storage.state = .ready(contents)
  }
}
