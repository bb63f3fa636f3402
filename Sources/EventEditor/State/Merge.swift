import EventModel
import Foundation

/// Two changes of one event, brought together: what only one side changed is taken, what both changed is to be chosen.
struct Merge: Equatable, Sendable {
  /// A field that both sides have changed, and differently.
  struct Clash: Equatable, Sendable {
    let field: EventField
    /// Whether this side's value is the one that is kept.
    var keepsMine = true
  }

  /// What this side wants to save.
  let mine: EventDetails
  /// What the other side has saved meanwhile.
  let theirs: Event
  /// The fields that both have changed.
  var clashes: [Clash]
  private let onlyMine: [EventField]

  /// Compares both sides with what they began with.
  init(base: EventDetails, mine: EventDetails, theirs: Event) {
    self.mine = mine
    self.theirs = theirs
    let changed = EventField.allCases.filter { !$0.isEqual(in: base, and: mine) }
    onlyMine = changed.filter { $0.isEqual(in: base, and: theirs.details) }
    clashes =
      changed
      .filter { !$0.isEqual(in: base, and: theirs.details) && !$0.isEqual(in: mine, and: theirs.details) }
      .map { Clash(field: $0) }
  }

  /// The event with what was chosen.
  var details: EventDetails {
    var result = theirs.details
    let fields = onlyMine + clashes.filter(\.keepsMine).map(\.field)
    for field in fields { field.copy(from: mine, to: &result) }
    return result
  }
}

extension EventField {
  /// Whether two events have the same in this field.
  func isEqual(in first: EventDetails, and second: EventDetails) -> Bool {
    var copy = first
    self.copy(from: second, to: &copy)
    return copy == first
  }

  /// Takes this field over from another event.
  func copy(from source: EventDetails, to target: inout EventDetails) {
    switch self {
    case .title: target.title = source.title
    case .starts: target.starts = source.starts
    case .ends: target.ends = source.ends
    case .timeZone: target.timeZone = source.timeZone
    case .venue: target.venue = source.venue
    case .city: target.city = source.city
    case .link: target.link = source.link
    case .capacity: target.capacity = source.capacity
    case .status: target.status = source.status
    case .organizer: target.organizer = source.organizer
    case .sponsor: target.sponsor = source.sponsor
    case .speakers: target.speakers = source.speakers
    case .description: target.description = source.description
    }
  }

  /// What stands in this field, in one line.
  func text(of details: EventDetails) -> String {
    let zone = TimeZone(identifier: details.timeZone) ?? .gmt
    switch self {
    case .title: return details.title
    case .starts: return startText(details.starts, in: zone)
    case .ends: return startText(details.ends, in: zone)
    case .timeZone: return details.timeZone
    case .venue: return details.venue ?? ""
    case .city: return details.city ?? ""
    case .link: return details.link ?? ""
    case .capacity: return details.capacity.map(String.init) ?? ""
    case .status: return details.status.rawValue
    case .organizer: return details.organizer ?? ""
    case .sponsor: return details.sponsor ?? ""
    case .speakers: return details.speakers.joined(separator: ", ")
    case .description: return cleanedLine(details.description)
    }
  }
}
