import EventModel
import Foundation
import PeopleSearch

extension EventForm {
  /// Notes which of the chosen names the catalogue does not hold, so that drawing need not search.
  mutating func noteStrangers(_ catalogue: CatalogueSnapshot) {
    let people = speakers.chosen.map { ($0, PickerSource.speakers) }
    let hosts = [organizer, sponsor].filter { !$0.chosen.isEmpty }.map { ($0.chosen, $0.source) }
    strangers = Set((people + hosts).filter { !catalogue.index(of: $1).holds($0) }.map(\.0))
  }

  /// What deserves a look but stops nobody: people and places that are booked twice, a day that is past, a name that
  /// is gone from the catalogue.
  func warning(of field: EventField, among events: EventList, in context: DateContext) -> String? {
    switch field {
    case .starts: pastWarning(context)
    case .venue: venueWarning(overlapping(events, context), context)
    case .speakers: bookingWarning(overlapping(events, context), context) ?? strangerWarning()
    case .organizer: strangers.contains(organizer.chosen) ? "not in the catalogue" : nil
    case .sponsor: strangers.contains(sponsor.chosen) ? "not in the catalogue" : nil
    default: nil
    }
  }

  private func pastWarning(_ context: DateContext) -> String? {
    guard let start = startReading(in: context).instant, start < context.now else { return nil }
    return understood(.starts, in: context).map { $0 + ", in the past" }
  }

  private func strangerWarning() -> String? {
    speakers.chosen.first(where: strangers.contains).map { "\($0) is not in the catalogue" }
  }

  /// The other events that take place at the same time, at least in part.
  private func overlapping(_ events: EventList, _ context: DateContext) -> [Event] {
    guard let start = startReading(in: context).instant, let end = endReading(after: start, in: context).instant else {
      return []
    }
    return events.events(from: start, to: end).filter { event in
      event.details.ends > start && event.details.status != .cancelled && event.id != target.id
    }
  }

  private func bookingWarning(_ others: [Event], _ context: DateContext) -> String? {
    for name in speakers.chosen {
      guard let other = others.first(where: { $0.details.speakers.contains(name) }) else { continue }
      return "\(name) is also at \(described(other, context))"
    }
    return nil
  }

  private func venueWarning(_ others: [Event], _ context: DateContext) -> String? {
    let place = folded(venue.text)
    guard !place.isEmpty, let other = others.first(where: { isSamePlace($0, place) }) else { return nil }
    return "Taken by \(described(other, context))"
  }

  /// Halls of one name stand in many towns: where both towns are known they must be the same.
  private func isSamePlace(_ event: Event, _ place: String) -> Bool {
    guard let other = event.details.venue, folded(other) == place else { return false }
    guard let town = event.details.city, !city.text.isEmpty else { return true }
    return folded(town) == folded(city.text)
  }

  private func described(_ event: Event, _ context: DateContext) -> String {
    let zone = zoned(context).timeZone
    let times = "\(clockText(event.details.starts, in: zone)) to \(clockText(event.details.ends, in: zone))"
    return "“\(event.details.title)”, \(times)"
  }
}

extension PeopleIndex {
  /// Whether somebody has exactly this name.
  fileprivate func holds(_ name: String) -> Bool {
    entries.isEmpty || search(name, limit: 50).hits.contains { entries[$0.index].name == name }
  }
}
