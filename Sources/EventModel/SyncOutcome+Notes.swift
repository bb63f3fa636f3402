extension SyncRun {
  /// What there is to say of single rows, a line for each, collection by collection.
  public func noteLines() -> [String] {
    CatalogueCollection.allCases.flatMap { outcomes[$0]?.noteLines(for: $0) ?? [] }
  }
}

extension SyncOutcome {
  /// What there is to say of single rows of a collection, a line for each.
  public func noteLines(for collection: CatalogueCollection) -> [String] {
    let question = emptied.map { "  \($0.question(for: collection))." }
    return (question.map { [$0] } ?? []) + noteSentences
  }

  /// The notes in words, indented, and how many more there would be.
  public var noteSentences: [String] {
    notes.map { "  \($0.sentence)" }
      + (unnamedNotes > 0 ? ["  and \(grouped(unnamedNotes)) more notes"] : [])
  }
}

extension SourceEmptied {
  /// What is strange, without a full stop: "The Resources Centre lists 3 of the 13,062 speakers here, so …".
  public func sentence(for collection: CatalogueCollection) -> String {
    "The Resources Centre lists \(grouped(listed)) of the \(grouped(here)) \(collection.rawValue) here, "
      + "so none was marked as gone"
  }

  /// The same with what to do where that is right, without a full stop.
  public func question(for collection: CatalogueCollection) -> String {
    "\(sentence(for: collection)); accept that with `pivotal sync --accept-removals`"
  }
}

extension SyncNote {
  /// The note in words: "Ada Byron is Ada Lovelace now — used by 1 event: 3 Talks".
  public var sentence: String {
    switch kind {
    case .conflict: "\(name) — differs here though its time is the same; `pivotal sync --full` takes the Centre's"
    case .overwritten: "\(name) — differed here and was replaced by the Centre's" + rename(", which is called")
    case .kept: "\(name) — edited here and kept until the Centre has a newer one"
    case .renamed: "\(name) is \(newName ?? name) now\(events.words)"
    case .missing: "\(name) is gone from the Centre\(events.words)"
    case .returned: "\(name) is back" + rename(" as")
    }
  }

  /// The new name, where there is one, and the events that hold the old one.
  private func rename(_ words: String) -> String { newName.map { "\(words) \($0)\(events.words)" } ?? "" }
}

extension [EventUse] {
  /// Which events they are, as the end of a sentence; nothing where there are none.
  public var words: String {
    if isEmpty { return "" }
    let titles = map { "\($0.id) \($0.title)" }.joined(separator: ", ")
    return " — used by \(grouped(count)) \(count == 1 ? "event" : "events"): \(titles)"
  }
}
