import Foundation

extension EventField {
  /// Whether two events have the same in this field.
  public func isEqual(in first: EventDetails, and second: EventDetails) -> Bool {
    var copy = first
    self.copy(from: second, to: &copy)
    return copy == first
  }

  /// Takes this field over from another event.
  public func copy(from source: EventDetails, to target: inout EventDetails) {
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

  /// What stands in this field, as people read it; times as the clocks of the event's zone show them.
  public func text(of details: EventDetails) -> String {
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
    case .description: return details.description
    }
  }
}
