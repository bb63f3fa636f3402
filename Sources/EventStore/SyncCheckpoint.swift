import EventModel

/// How far a collection has been read, kept together with the rows.
public struct SyncCheckpoint: Equatable, Sendable {
  /// What stands for the Centre's address and the key; of another origin nothing here is known.
  public var origin: String
  /// The latest of the Centre's own times up to which nothing is missing here; nil where all has to be fetched.
  public var newest: Instant?
  /// The tag of the complete listing that is here.
  public var etag: String?
  /// Whether the Centre answers with changes alone when asked for them; nil where that is not known yet.
  public var isIncremental: Bool?
  /// When it was last asked for changes and answered with everything; nil where that has not happened.
  public var askedAt: Instant?
  /// What the Centre calls the data it has; nil where it does not say.
  public var instance: String?

  /// Makes a checkpoint from its parts.
  public init(
    origin: String, newest: Instant? = nil, etag: String? = nil, isIncremental: Bool? = nil, askedAt: Instant? = nil,
    instance: String? = nil
  ) {
    self.origin = origin
    self.newest = newest
    self.etag = etag
    self.isIncremental = isIncremental
    self.askedAt = askedAt
    self.instance = instance
  }
}
