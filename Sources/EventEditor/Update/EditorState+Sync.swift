import EventModel
import TerminalKit

extension EditorState {
  /// Starts a sync in the background; the screen underneath goes on as it was.
  mutating func startSync(_ request: SyncRequest) -> [EditorEffect] {
    guard sync.isOver else { return [] }
    overlays = []
    waitingQuestions.removeAll { $0.choices.contains { $0.answer == .acceptRemovals } }
    sync = .running(RunningSync(request: request))
    return [.startSync(request)]
  }

  /// Starts a sync that shows first what it would do, or shows what one has found out already.
  mutating func planSync() -> [EditorEffect] {
    guard case .planned(let preview) = sync else { return startSync(.showingPlanFirst) }
    overlays = [.plan(PlanPage(preview))]
    return []
  }

  mutating func stopSync() -> [EditorEffect] {
    guard case .running(var running) = sync else { return [] }
    running.isStopping = true
    sync = .running(running)
    return [.stopSync]
  }

  mutating func syncProgressed(_ counts: SyncCounts) {
    guard case .running(var running) = sync else { return }
    running.counts = counts
    sync = .running(running)
  }

  /// Shows what a sync would do at once to who waits for it; who goes on with something else asks for it, for the next
  /// key is meant for that.
  mutating func syncPlanned(_ preview: SyncPreview) {
    let isWaitedFor = if case .running(let running) = sync { running.isWaitedFor } else { true }
    sync = .planned(preview)
    if isListInFront, isWaitedFor { overlays = [.plan(PlanPage(preview))] }
  }

  mutating func answerPlan(approved: Bool) -> [EditorEffect] {
    sync = .running(RunningSync(request: .plain))
    return [.answerPlan(approved: approved)]
  }

  mutating func syncEnded(_ end: SyncEnd) -> [EditorEffect] {
    sync = .ended(end)
    // To accept removals is more than to refresh.
    if case .finished(let run) = end, role.may(.runSync), let question = Question.removals(run) {
      waitingQuestions.append(question)
    }
    return end == .notApproved ? [] : [.loadChanges]
  }

  /// Asks what has to be asked as soon as it interrupts nobody.
  mutating func showWaitingNews() {
    guard isListInFront, !isSaving else { return }
    if !waitingQuestions.isEmpty {
      overlays.append(.question(waitingQuestions.removeFirst()))
    } else {
      askAboutNextDraft()
    }
  }

  /// Whether the list alone is on the screen and nothing is being typed.
  private var isListInFront: Bool { form == nil && overlays.isEmpty && !list.isFiltering }
}

extension Question {
  /// Asked where the Centre lists so little that nothing was marked as gone; nil where it lists enough.
  fileprivate static func removals(_ run: SyncRun) -> Question? {
    let sentences = CatalogueCollection.allCases.compactMap { collection in
      run.outcomes[collection]?.emptied.map { emptied in
        let rest = emptied.here - emptied.listed
        return "The Resources Centre lists \(grouped(emptied.listed)) of \(grouped(emptied.here)) "
          + "\(collection.rawValue); mark the other \(grouped(rest)) as gone?"
      }
    }
    guard !sentences.isEmpty else { return nil }
    return Question(
      text: sentences.joined(separator: " "),
      choices: [
        Choice(key: "k", label: "Keep them", answer: .stay),
        Choice(key: "a", label: "Accept removals", answer: .acceptRemovals),
      ])
  }
}
