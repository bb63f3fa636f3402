import EventModel
import PeopleSearch
import TerminalKit

/// The list of events: all of them, those that the filter lets through, and the one the cursor is on.
struct EventList: Equatable, Sendable {
  private(set) var events: [Event] = []
  /// Positions in `events` of those that are shown.
  private(set) var visible: [Int] = []
  private(set) var cursor = ListCursor()
  private(set) var filter = LineEditor()
  /// Whether keys go into the filter.
  var isFiltering = false
  /// Whether the events have been read.
  private(set) var isLoaded = false
  private var searchTexts: [String] = []
  /// Positions in `events` of those that a person speaks at, by name.
  private var appearances: [String: [Int]] = [:]

  var selected: Event? {
    visible.indices.contains(cursor.index) ? events[visible[cursor.index]] : nil
  }

  /// Takes the events as they are now; the cursor stays on its event.
  ///
  /// The first time it goes to the next one to come.
  mutating func load(_ events: [Event], now: Instant) {
    let kept = selected?.id
    self.events = events
    searchTexts = events.map(Self.searchText)
    appearances = [:]
    for (index, event) in events.enumerated() {
      for name in event.details.speakers { appearances[name, default: []].append(index) }
    }
    applyFilter(selecting: kept)
    if !isLoaded {
      let next = visible.firstIndex { events[$0].details.starts >= now }
      cursor.select(next ?? visible.count - 1)
    }
    isLoaded = true
  }

  /// Shows a saved event at once, before the events are read again, and puts the cursor on it.
  mutating func insert(_ event: Event, now: Instant) {
    let others = events.filter { $0.id != event.id }
    let place = others.firstIndex { $0.details.starts > event.details.starts } ?? others.count
    load(Array(others[..<place]) + [event] + Array(others[place...]), now: now)
    if !visible.contains(where: { self.events[$0].id == event.id }) { clearFilter() }
    select(event.id)
  }

  mutating func select(_ id: Event.ID) {
    guard let row = visible.firstIndex(where: { events[$0].id == id }) else { return }
    cursor.select(row)
  }

  /// The events that a person speaks at, by start.
  func events(with speaker: String) -> [Event] {
    (appearances[speaker] ?? []).map { events[$0] }
  }

  mutating func move(_ move: ListCursor.Move, page: Int) {
    cursor.move(move, page: page)
  }

  // MARK: - The filter

  mutating func insert(_ text: String) {
    filter.insert(text)
    applyFilter(selecting: selected?.id)
  }

  mutating func perform(_ action: EditingAction) {
    if filter.perform(action) { applyFilter(selecting: selected?.id) }
  }

  mutating func clearFilter() {
    filter = LineEditor()
    isFiltering = false
    applyFilter(selecting: selected?.id)
  }

  private mutating func applyFilter(selecting id: Event.ID?) {
    let words = folded(filter.text).split(separator: " ")
    visible = events.indices.filter { index in words.allSatisfy { searchTexts[index].contains($0) } }
    cursor.setCount(visible.count)
    if let id { select(id) }
  }

  private static func searchText(_ event: Event) -> String {
    let details = event.details
    let names = [details.organizer, details.sponsor, details.venue, details.city].compactMap { $0 }
    return folded(([details.title, details.status.rawValue] + names + details.speakers).joined(separator: " "))
  }
}
