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
  fileprivate func outcome(_ outcome: SyncOutcome) {
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
    endObject()
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
