import EventModel

/// How much of the catalogue is here, and how fresh it is.
public struct CatalogueSummary: Equatable, Sendable {
  /// How many speakers there are to choose from.
  public let speakers: Int
  /// How many organizers there are to choose from.
  public let organizers: Int
  /// How many sponsors there are to choose from.
  public let sponsors: Int
  /// When the latest sync ended in which at least one collection was read; nil before the first.
  public let lastSuccess: Instant?

  /// Makes a summary from its parts.
  public init(speakers: Int, organizers: Int, sponsors: Int, lastSuccess: Instant?) {
    self.speakers = speakers
    self.organizers = organizers
    self.sponsors = sponsors
    self.lastSuccess = lastSuccess
  }
}
