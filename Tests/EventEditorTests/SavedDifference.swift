import EventModel
import Foundation

@testable import EventEditor

/// What an event that was saved has other than the form that it was saved from, field by field.
enum SavedDifference {
  /// The first field that differs, with what was saved and what the form shows; nil where none does.
  static func between(_ saved: EventDetails, and form: EventForm, _ dates: DateContext) -> String? {
    for field in EventField.allCases {
      let (stored, shown) = values(of: field, saved, form, dates)
      if stored != shown { return "\(field.label): '\(stored)' was saved, and the form shows '\(shown)'" }
    }
    return nil
  }

  private static func values(
    of field: EventField, _ saved: EventDetails, _ form: EventForm, _ dates: DateContext
  ) -> (stored: String, shown: String) {
    switch field {
    case .title: (saved.title, cleanedLine(form.title.text))
    case .starts: ("\(saved.starts)", instant(form.startReading(in: dates)))
    case .ends: ("\(saved.ends)", instant(form.endReading(after: saved.starts, in: dates), else: saved.starts))
    case .timeZone: (saved.timeZone, form.timeZone.editor.text)
    case .venue: (saved.venue ?? "", cleanedLine(form.venue.text))
    case .city: (saved.city ?? "", cleanedLine(form.city.text))
    case .link: (saved.link ?? "", cleanedLine(form.link.text))
    case .capacity: (saved.capacity.map(String.init) ?? "", number(form.capacity.text))
    case .status: (saved.status.rawValue, form.status.editor.text)
    case .organizer: (saved.organizer ?? "", form.organizer.editor.text)
    case .sponsor: (saved.sponsor ?? "", form.sponsor.editor.text)
    case .speakers: (saved.speakers.joined(separator: "\n"), form.speakers.chosen.joined(separator: "\n"))
    case .description: (saved.description, cleanedText(form.description.text))
    }
  }

  /// What stands beside a date field; an end that is not written is the start.
  private static func instant(_ reading: DateReading, else start: Instant? = nil) -> String {
    (reading.instant ?? start).map { "\($0)" } ?? "nothing"
  }

  /// A number as it is typed, without what only groups its digits.
  private static func number(_ text: String) -> String {
    Int(text.filter(\.isNumber)).map(String.init) ?? ""
  }
}
