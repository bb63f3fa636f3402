import EventModel

/// What the Centre answered for one collection, read and cleaned.
struct Listing: Equatable, Sendable {
  let collection: CatalogueCollection
  /// The records that can be taken, in the order they came.
  var records: [CatalogueRecord] = []
  /// The records that cannot.
  var problems: [SyncProblem] = []

  /// How many records came.
  var received: Int { records.count + problems.count }
}
