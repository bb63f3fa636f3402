import EventModel

/// What an import made of the records of one collection.
public struct ImportCounts: Equatable, Sendable {
  /// How many were new.
  public var added = 0
  /// How many say something new.
  public var changed = 0
  /// How many were deleted.
  public var removed = 0
  /// How many are as they were.
  public var unchanged = 0
}

/// Why nothing was imported: every line that is wrong, by file and number.
public struct ImportRefusal: Error, Equatable, CustomStringConvertible {
  /// How many lines are told of; what is wrong with more helps nobody.
  static let most = 20

  /// What is wrong with the first lines, each in a sentence.
  public fileprivate(set) var lines: [String] = []
  /// How many lines are wrong.
  public fileprivate(set) var count = 0

  /// The first line in a sentence, or all of them in one.
  public var description: String {
    if count == 1, let line = lines.first { return "\(line); nothing was imported: correct the line." }
    let rest = count > lines.count ? ["and \(count - lines.count) more"] : []
    return (lines + rest).joined(separator: "\n")
      + "\nNothing was imported, since \(count) lines are wrong; correct them and import again."
  }
}

extension CentreStore {
  /// Takes all records of some files in one transaction, or none where a line is wrong.
  ///
  /// Records that the files do not hold stay.
  ///
  /// - Throws: ``ImportRefusal``, or ``CentreError`` where the store fails.
  public func importing(_ data: CentreData, at now: Instant) throws -> [CentreCollection: ImportCounts] {
    try change(at: now) { changes in try changes.take(data, times: .given) }
  }

  /// Fills a new store with data that is only served, times and all.
  func load(_ data: CentreData) throws {
    do {
      _ = try change(at: Instant(microseconds: 0)) { changes in try changes.take(data, times: .asWritten) }
    } catch let refusal as ImportRefusal {
      throw CentreError("\(refusal.lines.first ?? "A file is wrong"); correct the line.")
    }
  }
}

extension CentreChanges {
  /// Takes all records of some files; what is wrong in any of them is an error after all were looked at.
  fileprivate func take(_ data: CentreData, times: Times) throws -> [CentreCollection: ImportCounts] {
    var counts: [CentreCollection: ImportCounts] = [:]
    var refusal = ImportRefusal()
    for file in data.files {
      var seen: [String: Int] = [:]
      try file.forEach { line, result in
        do {
          let record = try result.get()
          if let earlier = seen.updateValue(line, forKey: record.id) {
            throw CentreRecord.Flaw(reason: "its \"id\" \(record.id) was used on line \(earlier)")
          }
          // After a mistake the rest is only looked at.
          guard refusal.count == 0 else { return }
          counts[file.collection, default: ImportCounts()].count(try put(record, in: file.collection, times: times))
        } catch let flaw as CentreRecord.Flaw {
          refusal.add("\(file.name), line \(line): \(flaw.reason)")
        }
      }
      counts[file.collection] = counts[file.collection] ?? ImportCounts()
    }
    guard refusal.count == 0 else { throw refusal }
    return counts
  }
}

extension ImportRefusal {
  fileprivate mutating func add(_ line: String) {
    count += 1
    if lines.count < Self.most { lines.append(line) }
  }
}

extension ImportCounts {
  fileprivate mutating func count(_ effect: CentreChanges.Effect) {
    switch effect {
    case .added: added += 1
    case .changed: changed += 1
    case .removed: removed += 1
    case .unchanged: unchanged += 1
    }
  }
}
