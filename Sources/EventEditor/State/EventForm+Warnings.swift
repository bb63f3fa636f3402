import EventModel
import Foundation
import PeopleSearch

extension EventForm {
  /// Notes which of the chosen names the catalogue does not hold, so that drawing need not search.
  mutating func noteStrangers(_ catalogue: CatalogueSnapshot) {
    strangers = [:]
    let hosts: [(EventField, Picker)] = [(.organizer, organizer), (.sponsor, sponsor)]
    for (field, picker) in hosts where !picker.chosen.isEmpty {
      strangers[field] = Self.strangers(among: [picker.chosen], picker.source, catalogue)
    }
    strangers[.speakers] = Self.strangers(among: speakers.chosen, .speakers, catalogue)
  }

  private static func strangers(
    among names: [String], _ source: PickerSource, _ catalogue: CatalogueSnapshot
  ) -> [String: [String]] {
    let unknown = Set(names.filter { !catalogue.holds($0, in: source) })
    return Dictionary(uniqueKeysWithValues: unknown.map { ($0, catalogue.newNames(for: $0, in: source)) })
  }

  /// The chosen name of the focused field that is another one now, with that one; nil where there is none, or where
  /// it could be several.
  var renamed: (old: String, new: String)? {
    let names = focus == .speakers ? speakers.renamable : [picker(focus)?.chosen ?? ""]
    for name in names {
      if let new = strangers[focus]?[name], new.count == 1 { return (name, new[0]) }
    }
    return nil
  }

  /// Takes the new name for the one that is another now.
  mutating func takeNewName() {
    guard let renamed else { return }
    replace(renamed.old, with: renamed.new, in: focus)
  }

  /// Puts another name where one was chosen.
  mutating func replace(_ old: String, with new: String, in field: EventField) {
    if field == .speakers {
      speakers.replace(old, with: new)
    } else if let path = Self.pickers[field], self[keyPath: path].chosen == old {
      self[keyPath: path].take(new)
    }
  }

  /// What deserves a look but stops nobody: people and places that are booked twice, a day that is past, a name that
  /// is gone from the catalogue.
  func warning(of field: EventField, among events: EventList, in context: DateContext) -> String? {
    switch field {
    case .starts: pastWarning(context)
    case .venue: venueWarning(overlapping(events, context), context)
    case .speakers: bookingWarning(overlapping(events, context), context) ?? strangerWarning()
    case .organizer: strangerWarning(organizer.chosen, .organizer)
    case .sponsor: strangerWarning(sponsor.chosen, .sponsor)
    default: nil
    }
  }

  private func pastWarning(_ context: DateContext) -> String? {
    guard let start = startReading(in: context).instant, start < context.now else { return nil }
    return understood(.starts, in: context).map { $0 + ", in the past" }
  }

  private func strangerWarning() -> String? {
    speakers.chosen.lazy.compactMap { name in
      strangerWarning(name, .speakers).map { $0.hasPrefix(name) ? $0 : "\(name) is \($0)" }
    }.first
  }

  private func strangerWarning(_ name: String, _ field: EventField) -> String? {
    guard let names = strangers[field]?[name] else { return nil }
    return names.isEmpty ? "not in the catalogue" : "\(name) is \(names.joined(separator: " or ")) now"
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
    let (starts, ends) = (event.details.starts, event.details.ends)
    // A time of day says little of an event that goes on over several of them.
    let isOneDay = CivilDay(starts, in: zone) == CivilDay(ends, in: zone)
    let times = [starts, ends].map { moment in
      isOneDay ? minuteText(moment, in: zone) : columnText(moment, now: context.now, in: zone)
    }
    return "“\(event.details.title)”, \(times.joined(separator: " to "))"
  }
}
