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

  /// The chosen name that is another one now, with that one, where the sentence about the focused field says so; nil
  /// where it says something else.
  func renamed(among events: EventList, in context: DateContext) -> (old: String, new: String)? {
    if visited.contains(focus), problem(of: focus, in: context) != nil { return nil }
    guard let shown = nameWarnings(focus, among: events, in: context).first, let new = shown.newName else { return nil }
    return (shown.name, new)
  }

  /// Takes the new name for the one that is another now.
  mutating func takeNewName(among events: EventList, in context: DateContext) {
    guard let renamed = renamed(among: events, in: context) else { return }
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
    case .speakers, .organizer, .sponsor: firstOf(nameWarnings(field, among: events, in: context))
    default: nil
    }
  }

  private func pastWarning(_ context: DateContext) -> String? {
    guard let start = startReading(in: context).instant, start < context.now else { return nil }
    return understood(.starts, in: context).map { $0 + ", in the past" }
  }

  /// The first of some warnings, and how many there are besides.
  private func firstOf(_ warnings: [NameWarning]) -> String? {
    guard let first = warnings.first else { return nil }
    return first.sentence + (warnings.count > 1 ? ", and \(grouped(warnings.count - 1)) more" : "")
  }

  /// What there is to say of the chosen names of a field, or of the badge alone that has the focus.
  private func nameWarnings(_ field: EventField, among events: EventList, in context: DateContext) -> [NameWarning] {
    guard field == .speakers else {
      return [picker(field)?.chosen ?? ""].compactMap { strangerWarning($0, field) }
    }
    let names = focus == .speakers ? speakers.namesInQuestion : speakers.chosen
    let strangers = names.compactMap { strangerWarning($0, .speakers) }
    let bookings = bookingWarnings(names, overlapping(events, context), context)
    // Of a single badge first what a key mends; of all of them what hinders the event.
    return speakers.focusedBadge == nil || focus != .speakers ? bookings + strangers : strangers + bookings
  }

  private func strangerWarning(_ name: String, _ field: EventField) -> NameWarning? {
    guard let names = strangers[field]?[name] else { return nil }
    guard names.isEmpty else {
      let sentence = "\(name) is \(names.joined(separator: " or ")) now"
      return NameWarning(name: name, sentence: sentence, newName: names.count == 1 ? names.first : nil)
    }
    let subject = field == .speakers ? "\(name) is " : ""
    return NameWarning(name: name, sentence: subject + "not in the catalogue")
  }

  /// The other events that take place at the same time, at least in part.
  private func overlapping(_ events: EventList, _ context: DateContext) -> [Event] {
    guard let start = startReading(in: context).instant, let end = endAsItWillBe(context).instant else { return [] }
    return events.events(from: start, to: end).filter { event in
      event.details.ends > start && event.details.status != .cancelled && event.id != target.id
    }
  }

  private func bookingWarnings(_ names: [String], _ others: [Event], _ context: DateContext) -> [NameWarning] {
    guard !names.isEmpty, !others.isEmpty else { return [] }
    let booked = others.map { event in (event, names: Set(event.details.speakers.map(folded))) }
    return names.flatMap { name in
      // Once for all bookings, of which a long event meets thousands.
      let key = folded(name)
      return booked.lazy.filter { $0.names.contains(key) }.map { event, _ in
        NameWarning(name: name, sentence: "\(name) is also at \(described(event, context))")
      }
    }
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

/// Something that deserves a look about one of the chosen names.
private struct NameWarning {
  let name: String
  let sentence: String
  /// What it is called now, where that is one name and a key may take it.
  var newName: String?
}
