import EventModel
import EventStore

/// What one run of the sync is to do beyond the usual.
public struct SyncOptions: Equatable, Sendable {
  /// Whether all is fetched, and what differs here with the same time is replaced.
  public var isFull = false
  /// Whether rows are marked as missing even where the Centre lists nothing or less than half of what is here.
  public var acceptsRemovals = false
  /// Rows that may be marked as missing besides, as somebody has seen and accepted them: of each collection no more than
  /// its numbers say.
  public var acceptedRemovals: [CatalogueCollection: SourceEmptied] = [:]
  /// How long a collection may wait altogether between one try and the next.
  public var retryTime: Duration = .seconds(20)

  /// Makes the usual options.
  public init() {}

  /// How far a sync with these options may go.
  var kind: SyncKind { isFull || acceptsRemovals || !acceptedRemovals.isEmpty ? .overriding : .refresh }

  /// Whether a collection may lose as many rows as it would.
  func accepts(_ emptied: SourceEmptied, of collection: CatalogueCollection) -> Bool {
    if acceptsRemovals { return true }
    guard let accepted = acceptedRemovals[collection] else { return false }
    return emptied.here - emptied.listed <= accepted.here - accepted.listed
  }
}
