import EventModel
import Foundation
import PeopleSearch

/// What the filter of the list looks for words in: everything that a row shows and more, dates in words and in numbers.
struct FilterText: Equatable, Sendable {
  /// Folded, with a space before each word.
  private let text: String

  init(_ event: Event) {
    let details = event.details
    let zone = TimeZone(identifier: details.timeZone) ?? .gmt
    let day = CivilDay(details.starts, in: zone)
    let dates = [day.fullText, day.monthText, day.isoText, clockText(details.starts, in: zone)]
    let names = [details.organizer, details.sponsor, details.venue, details.city].compactMap { $0 }
    let all = dates + [details.title, details.status.rawValue] + names + details.speakers
    text = " " + folded(all.joined(separator: " "))
  }

  /// Whether a word is found: at the start of a word, or anywhere if it is long enough not to be found by chance.
  func matches(_ word: Substring) -> Bool {
    text.contains(" " + word) || ((word.utf8.count > 3 || !word.allSatisfy(\.isASCII)) && text.contains(word))
  }
}
