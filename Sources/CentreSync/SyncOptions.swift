import EventStore

/// What one run of the sync is to do beyond the usual.
public struct SyncOptions: Equatable, Sendable {
  /// Whether all is fetched, and what differs here with the same time is replaced.
  public var isFull = false
  /// Whether rows are marked as missing even where the Centre lists nothing or less than half of what is here.
  public var acceptsRemovals = false
  /// How long a collection may wait altogether between one try and the next.
  public var retryTime: Duration = .seconds(20)

  /// Makes the usual options.
  public init() {}

  /// How far a sync with these options may go.
  var kind: SyncKind { isFull || acceptsRemovals ? .overriding : .refresh }
}
