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
  /// Why the events could not be read; nil where they could.
  var failure: String?
  /// Whether the events have been read.
  private(set) var isLoaded = false
  private var searchTexts: [FilterText] = []
  /// The seconds of the longest event, before whose start no other can reach into a stretch of time.
  private var longest: Int64 = 0
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
    failure = nil
    self.events = events
    searchTexts = events.map(FilterText.init)
    longest = events.reduce(0) { max($0, $1.details.ends.seconds - $1.details.starts.seconds) }
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

  /// Moves the cursor to a row, or to the nearest there is.
  mutating func select(row: Int) {
    cursor.select(row)
  }

  /// Moves the filter's cursor to where a click was.
  mutating func moveCursor(toColumn column: Int, from start: Int, _ metrics: TextMetrics) {
    filter.moveCursor(toColumn: column, from: start, metrics: metrics)
  }

  /// The events that a person speaks at, by start.
  func events(with speaker: String) -> [Event] {
    (appearances[speaker] ?? []).map { events[$0] }
  }

  /// The events that take place, at least in part, between two moments; in the order of the list.
  func events(from start: Instant, to end: Instant) -> ArraySlice<Event> {
    let first = events.partitioningIndex { $0.details.starts >= start.advanced(bySeconds: -longest) }
    let last = events.partitioningIndex { $0.details.starts >= end }
    return events[min(first, last)..<last]
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
    visible = events.indices.filter { index in words.allSatisfy { searchTexts[index].matches($0) } }
    cursor.setCount(visible.count)
    if let id { select(id) }
  }
}

extension Array {
  /// The first position whose element is in the second part of an array that is split by a condition.
  fileprivate func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
