/// One line about a run of the sync.
public struct SummaryLine: Equatable, Sendable {
  /// What it says.
  public let text: String
  /// Whether it says that something went wrong.
  public let isProblem: Bool
}

extension SyncRun {
  /// The run in words: a line for each collection, and one below it for each record that failed.
  ///
  /// Where all collections failed for one reason, it is said once.
  ///
  /// - Parameter problemLimit: how many records to name for each collection; the rest are counted.
  /// - Returns: the lines, for example `Speakers: 5 added, 2 updated, 11 unchanged, 1 failed`.
  public func summary(problemLimit: Int = .max) -> [SummaryLine] {
    if let failure = commonFailure {
      return [SummaryLine(text: "\(everything.capitalizedFirst): not synced — \(failure)", isProblem: true)]
    }
    return CatalogueCollection.allCases.flatMap { collection in
      outcomes[collection].map { $0.summary(of: collection, problemLimit: problemLimit) } ?? []
    }
  }

  /// The texts of ``summary(problemLimit:)``.
  public func summaryLines(problemLimit: Int = .max) -> [String] {
    summary(problemLimit: problemLimit).map(\.text)
  }

  /// Why all collections failed, where nothing was stored and the reason is the same for each.
  public var commonFailure: String? {
    guard outcomes.count == CatalogueCollection.allCases.count else { return nil }
    let sentences = outcomes.map { collection, outcome in
      outcome.hasStoredPages ? nil : outcome.failure?.general(from: collection.rawValue)
    }
    guard let first = sentences.first, sentences.allSatisfy({ $0 == first }) else { return nil }
    return first
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
  public func summary(of collection: CatalogueCollection, problemLimit: Int = .max) -> [SummaryLine] {
    let title = collection.rawValue.capitalizedFirst
    if failure == nil && listing == .notModified {
      return [SummaryLine(text: "\(title): nothing new", isProblem: false)]
    }
    guard failure == nil || hasStoredPages else {
      return [SummaryLine(text: "\(title): not synced — \(failure ?? "")", isProblem: true)]
    }
    let named = problems.prefix(max(problemLimit, 0)).map { "  \($0.summary(as: collection.singular))" }
    let rest = named.count == problemCount ? [] : ["  and \(grouped(problemCount - named.count)) more"]
    let head = SummaryLine(
      text: "\(title): \(counts)" + (problemCount > 0 ? ", \(grouped(problemCount)) failed" : "")
        + (failure.map { ", then not synced — \($0)" } ?? ""), isProblem: failure != nil)
    return [head] + (named + rest).map { SummaryLine(text: $0, isProblem: true) }
  }

  /// The texts of ``summary(of:problemLimit:)``.
  public func summaryLines(for collection: CatalogueCollection, problemLimit: Int = .max) -> [String] {
    summary(of: collection, problemLimit: problemLimit).map(\.text)
  }

  /// What was added, updated, unchanged and gone.
  private var counts: String {
    "\(grouped(created)) added, \(grouped(updated)) updated, \(grouped(unchanged)) unchanged"
      + (missing > 0 ? ", \(grouped(missing)) gone" : "")
  }

  /// Whether a listing in pages was stored in part.
  fileprivate var hasStoredPages: Bool { created + updated + unchanged + missing + problemCount > 0 }
}

extension SyncProblem {
  /// The record by its name, and what is wrong with it: "Ada Lovelace — id is missing".
  fileprivate func summary(as kind: String) -> String {
    "\(name ?? id.map { "\(kind) \($0)" } ?? "a \(kind) without a name") — \(reason)"
  }
}

/// The collections in one breath.
private let everything = "speakers, organizers and sponsors"

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// A sentence about one collection as one about all of them.
  fileprivate func general(from collection: String) -> String {
    replacing("/\(collection)", with: "/…").replacing(collection, with: everything)
  }
}
