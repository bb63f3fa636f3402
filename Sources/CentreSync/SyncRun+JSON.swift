import EventModel
import JSONStream

extension SyncRun {
  /// The run as the JSON that `pivotal sync --json` prints, on one line.
  ///
  /// For each collection `problems` has as many entries as `errors` counts, up to the most that are named of a
  /// collection, ``EventModel/SyncOutcome/mostProblems``; where the collection could not be read to its end the first is
  /// one without `id` and `name`, and `failure` says the same.
  public func json() -> String {
    let writer = JSONWriter()
    writer.beginObject()
    writer.head(of: self)
    writer.outcomes(of: self)
    writer.endObject()
    return writer.text
  }
}

extension [SyncRun] {
  /// The runs as the JSON that `pivotal sync --history --json` prints: one array, each run with its times and source.
  public func json() -> String {
    let writer = JSONWriter()
    writer.beginArray()
    for run in self {
      writer.beginObject()
      writer.key("started_at")
      writer.string(run.startedAt.iso8601)
      writer.key("finished_at")
      writer.string(run.finishedAt.iso8601)
      writer.key("source")
      writer.string(run.source)
      writer.head(of: run)
      writer.outcomes(of: run)
      writer.endObject()
    }
    writer.endArray()
    return writer.text
  }
}

extension JSONWriter {
  func head(of run: SyncRun) {
    key("message")
    string(run.message)
    key("success")
    bool(run.isSuccess)
  }

  fileprivate func outcomes(of run: SyncRun) {
    for collection in CatalogueCollection.allCases {
      key(collection.rawValue)
      outcome(run.outcomes[collection] ?? SyncOutcome()) {}
    }
  }

  func outcome(_ outcome: SyncOutcome, more: () throws -> Void) rethrows {
    beginObject()
    count("created", outcome.created)
    count("updated", outcome.updated)
    count("errors", outcome.errors)
    count("unchanged", outcome.unchanged)
    key("failure")
    optional(outcome.failure)
    key("problems")
    beginArray()
    outcome.reportedProblems.forEach(problem)
    endArray()
    key("listing")
    string(outcome.listing.rawValue)
    count("missing", outcome.missing)
    count("returned", outcome.returned)
    key("source_emptied")
    emptied(outcome.emptied)
    key("notes")
    beginArray()
    outcome.notes.forEach(note)
    endArray()
    try more()
    endObject()
  }

  private func emptied(_ emptied: SourceEmptied?) {
    guard let emptied else { return null() }
    beginObject()
    count("here", emptied.here)
    count("listed", emptied.listed)
    endObject()
  }

  func note(_ note: SyncNote) {
    beginObject()
    key("kind")
    string(note.kind.rawValue)
    key("id")
    string(note.id)
    key("name")
    string(note.name)
    key("new_name")
    optional(note.newName)
    key("events")
    events(note.events)
    endObject()
  }

  func events(_ events: [EventUse]) {
    beginArray()
    for event in events {
      beginObject()
      key("id")
      string(String(event.id))
      key("title")
      string(event.title)
      endObject()
    }
    endArray()
  }

  private func problem(_ problem: SyncProblem) {
    beginObject()
    key("id")
    optional(problem.id)
    key("name")
    optional(problem.name)
    key("reason")
    string(problem.reason)
    endObject()
  }

  private func count(_ name: String, _ value: Int) {
    key(name)
    number(Int64(value))
  }

  private func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }
}

extension SyncOutcome {
  fileprivate var reportedProblems: [SyncProblem] {
    (failure.map { [SyncProblem(id: nil, name: nil, reason: $0)] } ?? []) + problems
  }
}
