import EventModel

/// Decides what becomes of each record that came; reads and writes nothing itself.
///
/// - A record whose identifier is not here is created.
/// - Where both sides have a time, it is updated if the Centre's is later, and unchanged if it is equal or earlier.
/// - Where either side has none, it is updated if the content differs. With the same content it stays as it is, even
///   where the Centre has a time by now: nothing that people see would change, and the next run would decide alike.
/// - Of several records with one identifier the newest is taken, the first of equally new ones. Those identical to it
///   are unchanged, the others are problems.
struct Planner {
  let collection: CatalogueCollection
  /// The identifiers that are here, each with the Centre's time for it.
  let remoteTimes: [String: Instant?]
  /// The values of a record that is here; nil where it has gone meanwhile.
  let storedValues: (String) throws -> [String]?

  func plan(_ listing: Listing) throws -> Plan {
    let newest = newestByID(listing.records)
    var plan = Plan(collection: collection, problems: listing.problems)
    for (index, record) in listing.records.enumerated() {
      let taken = newest[ExactText(record.externalID)] ?? index
      if index == taken {
        plan.add(record, as: try decide(record))
      } else if record.isIdentical(to: listing.records[taken]) {
        plan.unchanged += 1
      } else {
        plan.problems.append(duplicate(record))
      }
    }
    return plan
  }

  /// Which of the records to take for each identifier.
  private func newestByID(_ records: [CatalogueRecord]) -> [ExactText: Int] {
    var newest: [ExactText: Int] = Dictionary(minimumCapacity: records.count)
    for (index, record) in records.enumerated() {
      let id = ExactText(record.externalID)
      if let best = newest[id], !record.isNewer(than: records[best]) { continue }
      newest[id] = index
    }
    return newest
  }

  private func decide(_ record: CatalogueRecord) throws -> Plan.Decision {
    guard let known = remoteTimes[record.externalID] else { return .create }
    if let remote = record.remoteUpdatedAt, let known { return remote > known ? .update : .keep }
    guard let values = try storedValues(record.externalID) else { return .create }
    return values.isIdentical(to: record.values) ? .keep : .update
  }

  private func duplicate(_ record: CatalogueRecord) -> SyncProblem {
    SyncProblem(
      id: record.externalID, name: record.name,
      reason: "id \(record.externalID) comes more than once with different content, and another one was taken")
  }
}

extension CatalogueRecord {
  /// Whether the Centre changed it later; one without a time is the oldest.
  fileprivate func isNewer(than other: CatalogueRecord) -> Bool {
    guard let time = remoteUpdatedAt else { return false }
    return other.remoteUpdatedAt.map { time > $0 } ?? true
  }

  fileprivate func isIdentical(to other: CatalogueRecord) -> Bool {
    remoteUpdatedAt == other.remoteUpdatedAt && values.isIdentical(to: other.values)
  }
}

extension [String] {
  /// Whether the texts are the same code point by code point, where `==` would take é for e and an accent.
  fileprivate func isIdentical(to other: [String]) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
  }
}
