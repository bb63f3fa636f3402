extension SyncRun {
  /// The run in words: a line for each collection, and one below it for each record that failed.
  ///
  /// - Parameter problemLimit: how many records to name for each collection; the rest are counted.
  /// - Returns: the lines, for example `Speakers: 5 added, 2 updated, 11 unchanged, 1 failed`.
  public func summaryLines(problemLimit: Int = .max) -> [String] {
    CatalogueCollection.allCases.flatMap { collection in
      outcomes[collection].map { $0.summaryLines(for: collection, problemLimit: problemLimit) } ?? []
    }
  }

  /// The status to exit with: 0 where all went well, 1 where no collection could be read, 3 where part failed.
  public var exitStatus: Int32 {
    if isSuccess { return 0 }
    return isTotalFailure ? 1 : 3
  }
}

extension SyncOutcome {
  /// The outcome of one collection in words.
  ///
  /// - Parameters:
  ///   - collection: which one.
  ///   - problemLimit: how many records to name; the rest are counted.
  /// - Returns: a line, and one for each record that failed.
  public func summaryLines(for collection: CatalogueCollection, problemLimit: Int = .max) -> [String] {
    let title = collection.rawValue.prefix(1).uppercased() + collection.rawValue.dropFirst()
    var counts = "\(title): \(grouped(created)) added, \(grouped(updated)) updated, \(grouped(unchanged)) unchanged"
    if missing > 0 { counts += ", \(grouped(missing)) gone" }
    if let failure {
      return hasStoredPages ? ["\(counts), then not synced — \(failure)"] : ["\(title): not synced — \(failure)"]
    }
    if listing == .notModified { return ["\(title): nothing new"] }
    if errors > 0 { counts += ", \(grouped(errors)) failed" }
    let named = problems.prefix(max(problemLimit, 0))
    let lines = [counts] + named.map { "  \($0.summary(as: collection.singular))" }
    return named.count == problems.count ? lines : lines + ["  and \(problems.count - named.count) more"]
  }

  /// Whether a listing in pages was stored in part.
  private var hasStoredPages: Bool { created + updated + unchanged + missing > 0 }
}

extension SyncProblem {
  /// The record by its name, and what is wrong with it: "Ada Lovelace — id is missing".
  fileprivate func summary(as kind: String) -> String {
    "\(name ?? id.map { "\(kind) \($0)" } ?? "a \(kind) without a name") — \(reason)"
  }
}
