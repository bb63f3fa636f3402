/// How often the parts of a store have been changed, for reading again only what is new.
public struct Revisions: Equatable, Sendable {
  /// How often events were added, changed or deleted.
  public var events: Int64
  /// How often the speakers, organizers or sponsors were changed.
  public var catalogue: Int64
  /// The number of the last sync, which may have changed nothing.
  public var syncs: Int64

  /// Makes it from its numbers.
  public init(events: Int64, catalogue: Int64, syncs: Int64) {
    self.events = events
    self.catalogue = catalogue
    self.syncs = syncs
  }
}
