extension SyncRun {
  /// The run as one line, with its time: for whoever has syncs run by themselves and reads no more than that.
  public var line: String {
    let parts = commonFailure != nil ? summaryLines(problemLimit: 0) : CatalogueCollection.allCases.compactMap(part)
    let questions = CatalogueCollection.allCases.compactMap { collection in
      outcomes[collection]?.emptied.map { " \($0.question(for: collection))." }
    }
    return "\(finishedAt.iso8601) \(message). \(parts.joined(separator: "; "))"
      + (questions.isEmpty ? "" : "." + questions.joined())
  }

  /// What became of one collection, and how many rows there is more to say of.
  private func part(_ collection: CatalogueCollection) -> String? {
    guard let outcome = outcomes[collection], let first = outcome.summaryLines(for: collection, problemLimit: 0).first
    else { return nil }
    return ([first] + outcome.noteCounts).joined(separator: ", ")
  }
}

extension SyncOutcome {
  /// How many rows there is something of each kind to say of, in words, besides those that the summary counts.
  var noteCounts: [String] {
    let kinds: [(String, (SyncNote) -> Bool)] = [
      ("in conflict", { $0.kind == .conflict }), ("overwritten", { $0.kind == .overwritten }),
      ("kept as edited here", { $0.kind == .kept }), ("renamed", { $0.newName != nil }),
      ("back", { $0.kind == .returned }),
    ]
    let counts = kinds.map { name, isOne in (notes.count(where: isOne), name) }
    return counts.compactMap { $0 > 0 ? "\(grouped($0)) \($1)" : nil }
      + (unnamedNotes > 0 ? ["\(grouped(unnamedNotes)) more notes"] : [])
  }
}
