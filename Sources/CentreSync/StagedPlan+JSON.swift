import EventModel
import EventStore
import JSONStream

extension StagedPlan {
  private static let rowsInPiece = 500

  /// Writes the plan as the JSON that `pivotal sync --dry-run --json` prints, on one line, piece by piece.
  ///
  /// It is the run's JSON, with a member `plan` in each collection, null for one that could not be read.
  public func writeJSON(to write: (String) throws -> Void) throws {
    let writer = JSONWriter()
    writer.beginObject()
    writer.head(of: run)
    writer.key("dry_run")
    writer.bool(true)
    for collection in CatalogueCollection.allCases {
      writer.key(collection.rawValue)
      try writer.outcome(run.outcomes[collection] ?? SyncOutcome()) {
        writer.key("plan")
        try self.write(collection, writer, to: write)
      }
    }
    writer.endObject()
    try write(writer.drain())
  }

  private func write(_ collection: CatalogueCollection, _ writer: JSONWriter, to write: (String) throws -> Void) throws
  {
    guard covers(collection) else { return writer.null() }
    writer.beginObject()
    for part in PlannedPart.allCases {
      writer.key(part.rawValue)
      writer.beginArray()
      var pending = 0
      try forEachRow(of: collection, part) {
        writer.row($0)
        pending += 1
        guard pending == Self.rowsInPiece else { return }
        pending = 0
        try write(writer.drain())
      }
      writer.endArray()
    }
    writer.endObject()
  }
}

extension JSONWriter {
  fileprivate func row(_ row: PlannedRow) {
    switch row {
    case .added(let name): string(name)
    case .changed(let change): self.change(change)
    case .missing(let note): self.note(note)
    }
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
