import EventModel
import EventStore
import JSONStream

extension SyncPlan {
  /// The plan as the JSON that `pivotal sync --dry-run --json` prints, on one line.
  ///
  /// It is the run's JSON, with a member `plan` in each collection, null for one that could not be read.
  public func json() -> String {
    let writer = JSONWriter()
    writer.beginObject()
    writer.head(of: run)
    writer.key("dry_run")
    writer.bool(true)
    for collection in CatalogueCollection.allCases {
      writer.key(collection.rawValue)
      writer.outcome(run.outcomes[collection] ?? SyncOutcome()) {
        writer.key("plan")
        writer.plan(changes[collection])
      }
    }
    writer.endObject()
    return writer.text
  }

  /// What would change in a collection in words, a line for each row.
  public func lines(for collection: CatalogueCollection) -> [String] {
    guard let changes = changes[collection] else { return [] }
    return changes.added.map { "  + \($0)" } + changes.changed.map { "  ~ \($0.words)" }
      + changes.missing.map { "  - \($0.name)\($0.events.words)" }
  }
}

extension PlannedChange {
  fileprivate var words: String {
    let members = members.map { "\($0.name) “\(shortened($0.from))” → “\(shortened($0.to))”" }
    return "\(name): \(members.isEmpty ? "its time alone" : members.joined(separator: ", "))\(events.words)"
  }

  private func shortened(_ text: String) -> String {
    let line = cleanedLine(text)
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}

extension JSONWriter {
  fileprivate func plan(_ changes: PlannedChanges?) {
    guard let changes else { return null() }
    beginObject()
    key("added")
    beginArray()
    changes.added.forEach(string)
    endArray()
    key("changed")
    beginArray()
    changes.changed.forEach(change)
    endArray()
    key("missing")
    beginArray()
    changes.missing.forEach(note)
    endArray()
    endObject()
  }

  private func change(_ change: PlannedChange) {
    beginObject()
    key("name")
    string(change.name)
    key("members")
    beginArray()
    for member in change.members {
      beginObject()
      key("name")
      string(member.name)
      key("from")
      string(member.from)
      key("to")
      string(member.to)
      endObject()
    }
    endArray()
    key("events")
    events(change.events)
    endObject()
  }
}
