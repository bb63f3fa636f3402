import EventModel

/// A way in which rows are going to change.
public enum PlannedPart: String, CaseIterable, Sendable {
  /// They come in.
  case added
  /// They get other values.
  case changed
  /// They are not going to be there any more.
  case missing
}

/// A row that is going to change.
public enum PlannedRow: Equatable, Sendable {
  /// A name that comes in.
  case added(String)
  /// A row that gets other values.
  case changed(PlannedChange)
  /// A row that is going to be missing, with the events that hold its name.
  case missing(SyncNote)

  /// The same row with another text in the place of each that comes from the Centre.
  public func replacingTexts(_ replace: (String) -> String) -> PlannedRow {
    switch self {
    case .added(let name): .added(replace(name))
    case .changed(let change): .changed(change.replacingTexts(replace))
    case .missing(let note):
      .missing(
        SyncNote(
          kind: note.kind, id: replace(note.id), name: replace(note.name), newName: note.newName, events: note.events))
    }
  }
}

/// What is going to change in one row.
public struct PlannedChange: Equatable, Sendable {
  /// The name it has here.
  public let name: String
  /// Each member that changes, with its values before and after.
  public let members: [Member]
  /// The events that hold the name, where it is one of the members.
  public internal(set) var events: [EventUse]

  /// Makes a change from its parts.
  public init(name: String, members: [Member], events: [EventUse]) {
    self.name = name
    self.members = members
    self.events = events
  }

  /// A member that changes.
  public struct Member: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// What it holds.
    public let from: String
    /// What it is going to hold.
    public let to: String

    /// Makes a member from its parts.
    public init(name: String, from: String, to: String) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  /// The same change with another text in the place of each that comes from the Centre.
  func replacingTexts(_ replace: (String) -> String) -> PlannedChange {
    let members = members.map { Member(name: $0.name, from: replace($0.from), to: replace($0.to)) }
    return PlannedChange(name: replace(name), members: members, events: events)
  }
}
