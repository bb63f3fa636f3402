/// One row by name of which a sync has more to say than a count.
public struct SyncNote: Equatable, Sendable {
  /// What there is to say.
  public enum Kind: String, CaseIterable, Sendable {
    /// The Centre has other content with the same time; what is here stays until a full sync.
    case conflict
    /// The Centre's content replaced other content of the same time, as a full sync does.
    case overwritten
    /// An edit made here stays, since the Centre has nothing newer.
    case kept
    /// The Centre gave it another name.
    case renamed
    /// The Centre has it no more.
    case missing
    /// The Centre has it again.
    case returned
  }

  /// What there is to say.
  public let kind: Kind
  /// The Centre's identifier.
  public let id: String
  /// The name it had here.
  public let name: String
  /// The name it has now, where that is another one, whatever else there is to say.
  public let newName: String?
  /// The events that hold the name; only for one that has another name now or is missing.
  public var events: [EventUse]

  /// Makes a note from its parts.
  public init(kind: Kind, id: String, name: String, newName: String? = nil, events: [EventUse] = []) {
    self.kind = kind
    self.id = id
    self.name = name
    self.newName = newName
    self.events = events
  }
}

/// An event that holds a name from the catalogue.
public struct EventUse: Hashable, Codable, Sendable {
  /// The event's number.
  public let id: Int64
  /// What it is called.
  public let title: String

  /// Makes a use from its parts.
  public init(id: Int64, title: String) {
    self.id = id
    self.title = title
  }
}

/// A Centre that suddenly lists nothing, or less than half of what is here: rather a fault than a decision.
///
/// Nothing is marked as missing until someone accepts it.
public struct SourceEmptied: Equatable, Sendable {
  /// How many rows from the Centre are here to choose from.
  public let here: Int
  /// How many of them the Centre lists.
  public let listed: Int

  /// Makes the pair of numbers.
  public init(here: Int, listed: Int) {
    self.here = here
    self.listed = listed
  }
}
