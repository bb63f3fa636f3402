import EventModel

/// What a sync has decided to change in one collection.
public struct CatalogueChanges: Equatable, Sendable {
  /// The collection the records belong to.
  public let collection: CatalogueCollection
  /// Records that are not here yet.
  public let created: [CatalogueRecord]
  /// Records that are here in an older state.
  public let updated: [CatalogueRecord]

  /// Makes changes from their parts.
  public init(collection: CatalogueCollection, created: [CatalogueRecord], updated: [CatalogueRecord]) {
    self.collection = collection
    self.created = created
    self.updated = updated
  }
}
