import EventModel
import JSONStream

extension SyncRun {
  /// The run as the JSON that `pivotal sync --json` prints, on one line.
  ///
  /// For each collection `problems` has as many entries as `errors` counts; where the collection failed whole it is one
  /// without `id` and `name`, and `failure` says the same.
  public func json() -> String {
    let writer = JSONWriter()
    writer.beginObject()
    writer.key("message")
    writer.string(message)
    writer.key("success")
    writer.bool(isSuccess)
    for collection in CatalogueCollection.allCases {
      writer.key(collection.rawValue)
      writer.outcome(outcomes[collection] ?? SyncOutcome())
    }
    writer.endObject()
    return writer.text
  }
}

extension JSONWriter {
  func outcome(_ outcome: SyncOutcome) {
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
    failure.map { [SyncProblem(id: nil, name: nil, reason: $0)] } ?? problems
  }
}
