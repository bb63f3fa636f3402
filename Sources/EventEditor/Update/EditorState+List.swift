import EventModel
import Foundation
import TerminalKit

extension EditorState {
  /// Carries out a command of the list of events.
  mutating func performList(_ command: Command) -> [EditorEffect] {
    duplicates = []
    switch command {
    case .moveInList(let move): moveInList(move)
    case .filter: list.isFiltering = true
    case .leaveFilter: list.isFiltering = false
    case .clearFilter: list.clearFilter()
    case .newEvent: open(list.calendar.map { .new(on: $0.day, dates) } ?? .new(dates))
    case .editEvent: openHighlighted { EventForm.edit($0, $1) }
    case .duplicateEvent: duplicate()
    case .deleteEvent: askToDelete()
    case .mark, .markAll: mark(command)
    case .sort:
      list.sortByNext()
      say("Sorted by \(list.sort.label)", .secondary)
    case .changeView: changeView()
    case .nextPane: changePane()
    case .export: askHowToExport()
    case .history: return highlighted.map { [.loadHistory($0)] } ?? []
    case .undoInList: return travel(.undo)
    case .redoInList: return travel(.redo)
    case .cancelInList: if !cancel() { say("\(keyName(of: .quit)) quits", .secondary) }
    case .cancelOrQuit: if !cancel() { return [.quit] }
    default: break
    }
    return []
  }

  /// How a sentence names what does something in the list, or in what is shown instead of it.
  func keyName(of command: Command) -> String {
    preferences.keys.name(of: command, in: list.contexts + [.list, .program])
  }

  /// The event the cursor is on, in the list or in a calendar.
  var highlighted: Event? {
    guard let calendar = list.calendar else { return list.selected }
    let events = list.positions(on: calendar.day, in: dates.timeZone).map { list.events[$0] }
    return events.first { $0.id == calendar.event } ?? events.first
  }

  /// Positions of the marked events; without any, of the one the cursor is on.
  private var chosen: [Int] {
    if !list.marks.isEmpty { return list.marks.positions }
    return highlighted.flatMap { list.snapshot.position(of: $0.id) }.map { [$0] } ?? []
  }

  /// Positions of all that is shown, in its order.
  private var shown: [Int] {
    guard let calendar = list.calendar, let first = calendar.days.first, let last = calendar.days.last else {
      return list.visible
    }
    return list.positions(from: first.start(in: dates.timeZone), to: last.next.start(in: dates.timeZone))
  }

  /// Takes away what narrows the list, one thing at a time, and tells whether there was anything.
  private mutating func cancel() -> Bool {
    if !list.filter.isEmpty {
      list.clearFilter()
    } else if !list.marks.isEmpty {
      list.clearMarks()
    } else if list.calendar != nil {
      leaveCalendar()
    } else {
      return false
    }
    return true
  }

  /// Puts the cursor on an event, wherever it is shown.
  mutating func reveal(_ event: Event) {
    list.reveal(event.id)
    list.calendar?.go(to: CivilDay(event.details.starts, in: dates.timeZone), event: event.id)
  }

  private mutating func openHighlighted(_ open: (Event, DateContext) -> EventForm) {
    if let event = highlighted {
      self.open(open(event, dates))
    } else {
      sayThereIsNone("No event is selected")
    }
  }

  /// Says that there is no event for what was asked, and what brings one.
  private mutating func sayThereIsNone(_ sentence: String) {
    let way =
      list.calendar == nil && !list.filter.isEmpty
      ? "\(keyName(of: .cancelInList)) clears the filter" : "\(keyName(of: .newEvent)) makes a new one"
    say("\(sentence): \(way)", .secondary)
  }

  // MARK: - Marks

  private mutating func mark(_ command: Command) {
    if command == .markAll { return list.toggleMarks(shown) }
    guard let position = highlighted.flatMap({ list.snapshot.position(of: $0.id) }) else {
      return sayThereIsNone("No event is selected")
    }
    list.toggleMarks([position])
    moveInList(.down, crossesDays: false)
  }

  private mutating func duplicate() {
    guard !list.marks.isEmpty else { return openHighlighted { EventForm.duplicate($0, $1) } }
    duplicates = list.marks.positions.map { list.events[$0] }
    openNextDuplicate()
  }

  /// Opens the form for the next of the marked events that are to be duplicated.
  mutating func openNextDuplicate() {
    guard !duplicates.isEmpty else { return }
    let event = duplicates.removeFirst()
    open(.duplicate(event, dates))
    let rest = duplicates.isEmpty ? "the last one" : "\(duplicates.count) more to come"
    say("Duplicate of “\(event.details.title)”, \(rest)", .secondary)
  }

  /// Duplicates no more of the marked events, and says so.
  mutating func leaveOtherDuplicates() {
    let rest = duplicates.count
    duplicates = []
    say(
      rest == 1 ? "1 marked event is not duplicated" : "\(grouped(rest)) marked events are not duplicated", .secondary)
  }

  private mutating func askToDelete() {
    let events = chosen.map { list.events[$0] }
    guard let first = events.first else { return sayThereIsNone("No event is selected") }
    let zone = TimeZone(identifier: first.details.timeZone) ?? .gmt
    let place = zone.identifier == dates.timeZone.identifier ? "" : " \(first.details.timeZone)"
    let when = shortText(first.details.starts, now: dates.now, in: zone) + place
    let what = events.count == 1 ? "“\(first.details.title)”, \(when)" : named(events)
    overlays.append(.question(.delete(events.map(\.id), what: what, undoKey: keyName(of: .undoInList))))
  }

  mutating func deleted(_ events: [Event]) {
    say(events.count == 1 ? "Deleted" : "\(grouped(events.count)) events deleted")
    listHistory.note(events.map { EventChange(before: $0, after: nil) })
  }

  // MARK: - What can be taken back

  private mutating func travel(_ travel: Travel) -> [EditorEffect] {
    if let changes = listHistory.take(travel) { return [.revert(changes, travel)] }
    say(travel == .undo ? "Nothing to undo" : "Nothing to redo", .secondary)
    return []
  }

  mutating func reverted(_ changes: [EventChange], _ travel: Travel) {
    listHistory.put(changes, backFor: travel == .undo ? .redo : .undo)
    let what = name(changes) + (changes.count == 1 ? " is" : " are")
    let state =
      switch (changes.first?.before, changes.first?.after) {
      case (nil, _): "back"
      case (_, nil): "deleted"
      default: travel == .undo ? "as before" : "changed again"
      }
    say("\(travel == .undo ? "Undone" : "Redone"): \(what) \(state)")
    if let event = changes.lazy.compactMap(\.after).first { reveal(event) }
  }

  mutating func revertRefused(_ refusal: RevertRefusal, _ changes: [EventChange], _ travel: Travel) {
    let what = changes.count == 1 ? name(changes) : "one of the \(name(changes))"
    let reason =
      switch refusal {
      case .changed(let user): "\(user) has changed \(what) since then"
      case .gone: "\(what) has been deleted since then"
      }
    say("Not \(travel == .undo ? "undone" : "redone"): \(reason)", .error)
  }

  // MARK: - Export and history

  private mutating func askHowToExport() {
    let marked = list.marks.positions
    let positions = marked.isEmpty ? shown : marked
    guard !positions.isEmpty else { return sayThereIsNone("There is no event to export") }
    let count = positions.count == 1 ? "1 event" : "\(grouped(positions.count)) events"
    let what = marked.isEmpty ? "\(count) shown" : "\(count) marked"
    overlays.append(.export(ExportPage(positions, in: list.snapshot, what: what)))
  }

  mutating func export(_ page: ExportPage) -> [EditorEffect] {
    let path = cleanedLine(page.file.text)
    guard !path.isEmpty else {
      overlays.append(.export(page))
      say("Write the name of the file", .error)
      return []
    }
    return [.export(ExportRequest(snapshot: page.snapshot, positions: page.positions, format: page.format, path: path))]
  }

  mutating func exported(_ result: ExportResult) {
    switch result {
    case .written(let count, let path):
      say("\(count == 1 ? "1 event" : "\(grouped(count)) events") written to \(path)")
    case .exists(var request):
      request.replacesFile = true
      waitingQuestions.append(.overwrite(request))
    }
  }

  /// Says why nothing was written where another name can be typed at once, unless the user has gone on meanwhile.
  mutating func askAgain(_ request: ExportRequest, _ sentence: String) {
    if form == nil, overlays.isEmpty { overlays.append(.export(ExportPage(again: request))) }
    say(sentence, .error)
  }

  mutating func showHistory(of event: Event, _ entries: [HistoryEntry]) {
    // Whoever has gone on meanwhile is not interrupted.
    guard form == nil, overlays.isEmpty else { return }
    overlays.append(.history(HistoryPage(of: event, entries, dates)))
  }

  // MARK: - Events asked for by number

  /// An event that the command line asked for.
  mutating func found(_ id: Event.ID, _ event: Event?) {
    // Whoever has begun something else meanwhile is not interrupted.
    guard form == nil, overlays.isEmpty else { return }
    guard let event else { return say("There is no event \(id.rawValue): choose one from the list", .error) }
    list.select(id)
    open(.edit(event, dates))
  }
}

/// The events that changes are of: "“Compilers”", "3 events".
private func name(_ changes: [EventChange]) -> String {
  guard let change = changes.first, changes.count == 1 else { return "\(grouped(changes.count)) events" }
  return "“\(change.title)”"
}

/// Some events by number and name: "3 events: “A”, “B”, “C”".
private func named(_ events: [Event]) -> String {
  let names = events.prefix(5).map { "“\($0.details.title)”" }.joined(separator: ", ")
  let rest = events.count > 5 ? " and \(grouped(events.count - 5)) more" : ""
  return "\(grouped(events.count)) events: \(names)\(rest)"
}
