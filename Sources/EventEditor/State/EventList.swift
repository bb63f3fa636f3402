import EventModel
import TerminalKit

/// The list of events: all of them, those that the filter lets through, those that are marked, and the one the cursor
/// is on.
struct EventList: Equatable, Sendable {
  private(set) var snapshot = EventsSnapshot.empty
  /// Positions in `events` of those that are shown, in their order.
  private(set) var visible: [Int] = []
  /// Whether the filter lets each event through; nil where there is none.
  private(set) var matching: [Bool]?
  private(set) var cursor = ListCursor()
  private(set) var filter = LineEditor()
  private(set) var sort = EventSort.start
  /// The marked events; they stay so whatever is shown.
  private(set) var marks = EventMarks()
  /// The day, week or month that is shown instead; nil for the list itself.
  var calendar: EventCalendar?
  /// Whether keys go into the filter.
  var isFiltering = false
  /// Why the events could not be read; nil where they could.
  var failure: String?
  /// Whether the events, or the first of them, have been read.
  private(set) var isLoaded = false

  /// All events, by start.
  var events: [Event] { snapshot.events }

  /// The event that the list's cursor is on.
  var selected: Event? {
    visible.indices.contains(cursor.index) ? events[visible[cursor.index]] : nil
  }

  /// Takes the events as they are now; the cursor and the marks stay on theirs.
  ///
  /// The first time the cursor goes to the next one to come.
  mutating func load(_ snapshot: EventsSnapshot, now: Instant) {
    failure = nil
    // A part only bridges the time until all are there.
    guard !(snapshot.isPartial && isLoaded), snapshot != self.snapshot || !isLoaded else { return }
    let kept = selected?.id
    marks = marks.carried(from: self.snapshot, to: snapshot)
    self.snapshot = snapshot
    applyFilter(selecting: kept)
    if !isLoaded {
      let next = snapshot.position(from: now)
      cursor.select(visible.firstIndex { $0 >= next } ?? visible.count - 1)
    }
    isLoaded = true
  }

  /// Puts the cursor on an event, and shows it if the filter hides it.
  mutating func reveal(_ id: Event.ID) {
    guard let position = snapshot.position(of: id) else { return }
    if let matching, !matching[position] { clearFilter() }
    select(id)
  }

  mutating func select(_ id: Event.ID) {
    guard let position = snapshot.position(of: id), let row = visible.firstIndex(of: position) else { return }
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

  /// The events that take place, at least in part, between two moments; by start.
  func events(from start: Instant, to end: Instant) -> [Event] {
    snapshot.positions(from: start, to: end).map { events[$0] }
  }

  mutating func move(_ move: ListCursor.Move, page: Int) {
    cursor.move(move, page: page)
  }

  /// Puts the list in its next order; the cursor stays on its event.
  mutating func sortByNext() {
    sort = sort.next
    applyFilter(selecting: selected?.id)
  }

  // MARK: - Marks

  /// Marks events by their positions; where all of them are marked already, takes their marks off.
  mutating func toggleMarks(_ positions: [Int]) { marks.toggle(positions) }

  mutating func clearMarks() { marks = EventMarks() }

  /// Whether an event is marked.
  func isMarked(_ id: Event.ID) -> Bool { snapshot.position(of: id).map(marks.contains) ?? false }

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
    let order = snapshot.order(sort)
    let matching = snapshot.matching(filter.text)
    self.matching = matching
    visible = matching.map { matching in order.filter { matching[$0] } } ?? order
    cursor.setCount(visible.count)
    if let id { select(id) }
  }
}
