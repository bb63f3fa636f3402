import EventModel
import PeopleSearch

/// What the list of events is put in order by; events that are alike in it stay in the order of their start.
enum EventSort: CaseIterable, Sendable {
  case start, title, organizer, status

  /// What it is called on the screen.
  var label: String {
    switch self {
    case .start: "start"
    case .title: "title"
    case .organizer: "organizer"
    case .status: "status"
    }
  }

  /// The one that comes after it.
  var next: EventSort {
    let all = Self.allCases
    return all.firstIndex(of: self).map { all[($0 + 1) % all.count] } ?? .start
  }

  /// The positions of events, which come by start, in this order.
  func order(_ events: [Event], _ texts: FilterTexts) -> [Int] {
    switch self {
    case .start: Array(events.indices)
    case .title: events.indices.sorted { texts.isTitle($0, before: $1) }
    case .organizer: Self.order(events, by: Self.organizerRanks(events))
    case .status: Self.order(events, by: events.map { EventStatus.allCases.firstIndex(of: $0.details.status) ?? 0 })
    }
  }

  private static func order(_ events: [Event], by ranks: [Int]) -> [Int] {
    events.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }

  /// The place of each event's organizer among all of them; events without one come last.
  private static func organizerRanks(_ events: [Event]) -> [Int] {
    let names = Set(events.compactMap(\.details.organizer))
    let sorted = names.map { (folded($0), $0) }.sorted { $0 < $1 }
    let ranks = Dictionary(sorted.enumerated().map { ($1.1, $0) }) { first, _ in first }
    return events.map { event in event.details.organizer.flatMap { ranks[$0] } ?? names.count }
  }
}
