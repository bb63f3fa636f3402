import EventModel
import EventStore

extension SyncOutcome {
  /// The outcome without the key, should the Centre have sent it back in a record.
  func redacted(by key: APIKey) -> SyncOutcome {
    var outcome = self
    outcome.failure = failure.map(key.redacted)
    outcome.problems = problems.map { problem in
      SyncProblem(
        id: problem.id.map(key.redacted), name: problem.name.map(key.redacted),
        reason: key.redacted(from: problem.reason))
    }
    outcome.notes = notes.map { note in
      SyncNote(
        kind: note.kind, id: key.redacted(from: note.id), name: key.redacted(from: note.name),
        newName: note.newName.map(key.redacted), events: note.events)
    }
    return outcome
  }
}
