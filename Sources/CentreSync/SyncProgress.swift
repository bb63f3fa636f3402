import EventModel

/// How far a sync has come.
public enum SyncProgress: Equatable, Sendable {
  /// A collection is arriving; so many of its records have been read.
  case reading(CatalogueCollection, records: Int)
  /// A collection is done, well or not.
  case applied(CatalogueCollection, SyncOutcome)
}
