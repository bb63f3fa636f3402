import EventModel
import EventStore
import JSONStream

/// What a sync would do, by name; nothing of it has been done.
///
/// It is read from where the sync has staged it, so that it takes no memory however much there is.
public struct StagedPlan {
  /// The run that would follow, with its counts, problems and notes.
  public let run: SyncRun
  private let stagings: [CatalogueCollection: any CatalogueStaging]
  private let key: APIKey

  init(run: SyncRun, stagings: [CatalogueCollection: any CatalogueStaging], key: APIKey) {
    self.run = run
    self.stagings = stagings
    self.key = key
  }

  /// Goes through the rows of a collection that would change in one way, at most so many; nil for all.
  func forEachRow(
    of collection: CatalogueCollection, _ part: PlannedPart, limit: Int? = nil, _ body: (PlannedRow) throws -> Void
  ) throws {
    // The Centre may have sent the key back in a record.
    try stagings[collection]?.forEachPlanned(part, limit: limit) { try body($0.replacingTexts(key.redacted)) }
  }

  /// Whether a collection could be read, so that there is a plan for it.
  func covers(_ collection: CatalogueCollection) -> Bool { stagings[collection] != nil }

  /// How many rows of a collection would change.
  private func count(in collection: CatalogueCollection) throws -> Int {
    guard let staging = stagings[collection] else { return 0 }
    return try PlannedPart.allCases.reduce(0) { try $0 + staging.plannedCount($1) }
  }
}

// MARK: - In words

extension StagedPlan {
  private static let linesInBlock = 500

  /// Goes through what would change in a collection in words, a line for each row, some hundred lines at a time.
  public func forEachBlock(of collection: CatalogueCollection, _ body: ([String]) throws -> Void) throws {
    var lines: [String] = []
    for part in PlannedPart.allCases {
      try forEachRow(of: collection, part) {
        lines.append($0.line)
        guard lines.count == Self.linesInBlock else { return }
        try body(lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    if !lines.isEmpty { try body(lines) }
  }

  /// What would change in a collection in words, a line for each row; of very many the first ones are told, and how many
  /// more there are.
  ///
  /// - Returns: The lines; nil for a collection that could not be read.
  public func lines(for collection: CatalogueCollection, limit: Int) throws -> [String]? {
    guard covers(collection) else { return nil }
    var lines: [String] = []
    for part in PlannedPart.allCases where lines.count < limit {
      try forEachRow(of: collection, part, limit: limit - lines.count) { lines.append($0.line) }
    }
    let more = try count(in: collection) - lines.count
    return lines + (more > 0 ? ["  and \(grouped(more)) more"] : [])
  }
}

extension PlannedRow {
  fileprivate var line: String {
    switch self {
    case .added(let name): "  + \(name)"
    case .changed(let change): "  ~ \(change.words)"
    case .missing(let note): "  - \(note.name)\(note.events.words)"
    }
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
