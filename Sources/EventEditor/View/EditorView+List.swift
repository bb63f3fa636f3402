import EventModel
import Foundation
import TerminalKit

extension EditorView {
  mutating func drawList() {
    drawHeader(state.list.calendar.map { "Events, \($0.layout.label)" } ?? "Events", aside: catalogueSummary)
    drawFilter()
    let area = Rect(x: 0, y: 3, width: size.width, height: size.height - 5)
    if !state.list.isFiltering { canvas.setCursor(Point(x: 0, y: area.y)) }
    if let failure = state.list.failure { return drawHint(failure, in: area, style: .error) }
    guard state.list.isLoaded else { return drawHint("Reading the events …", in: area) }
    if let calendar = state.list.calendar {
      return drawCalendar(calendar, in: Rect(x: 0, y: 2, width: size.width, height: size.height - 4))
    }
    let columns = EventColumns(width: size.width, state.dates, hasOtherZones: hasOtherZones)
    drawHeadings(columns)
    drawRows(columns, in: area)
    if state.list.visible.isEmpty { drawHint(emptyListHint, in: area) }
  }

  /// For example: "13,062 speakers · synced 12 min ago".
  private var catalogueSummary: String {
    guard state.isCatalogueLoaded else { return "reading the catalogue …" }
    guard let lastSync = state.catalogue.lastSync else { return "never synced" }
    let speakers = state.catalogue.index(of: .speakers).entries.count
    return
      "\(grouped(speakers)) \(speakers == 1 ? "speaker" : "speakers") · synced \(age(of: lastSync, at: state.dates.now))"
  }

  private mutating func drawFilter() {
    let filter = state.list.filter
    let isBlank = filter.isEmpty && !state.list.isFiltering
    let summary = listSummary(room: size.width - 2 - max(12, metrics.width(filter.text) + 2))
    let end = size.width - metrics.width(summary)
    canvas.draw(summary, x: end, y: 1, style: .secondary)
    let window = filter.window(width: end - 3, metrics: metrics)
    canvas.draw("/", x: 0, y: 1, style: .label)
    canvas.draw(
      isBlank ? "filter" : window.text, x: 2, y: 1, style: isBlank ? .secondary : .focusedField, width: end - 3)
    note(.filter(start: window.start), x: 2, y: 1, to: end)
    if state.list.isFiltering { canvas.setCursor(Point(x: 2 + window.cursorColumn, y: 1)) }
  }

  /// How many events are shown and marked, and in which order; what matters most stays longest in a narrow window.
  private func listSummary(room: Int) -> String {
    let list = state.list
    var parts: [String] = []
    if !list.marks.isEmpty { parts.append("\(grouped(list.marks.count)) marked") }
    if list.snapshot.isPartial {
      parts.append("reading the others …")
    } else if list.isLoaded {
      let all = "\(grouped(list.events.count)) \(list.events.count == 1 ? "event" : "events")"
      parts.append(list.matching == nil ? all : "\(grouped(list.visible.count)) of \(all)")
    }
    if list.sort != .start, list.calendar == nil { parts.append("by \(list.sort.label)") }
    while parts.count > 1, metrics.width(parts.joined(separator: ", ")) > room { parts.removeLast() }
    return metrics.truncated(parts.joined(separator: ", "), to: max(0, room))
  }

  /// What clock the times of an event are by that has another zone than the user, and what the user's clock shows then:
  /// `Tue 24 Nov 14:00 America/New_York = 19:00 Europe/London`.
  var zoneLine: String? {
    let here = state.dates.timeZone
    guard state.form == nil, state.list.calendar == nil, let details = state.list.selected?.details else { return nil }
    guard let there = details.zone(otherThan: here) else { return elsewhereLine }
    let time = shortText(details.starts, now: state.dates.now, in: there)
    let isSameDay = CivilDay(details.starts, in: there) == CivilDay(details.starts, in: here)
    let timeHere =
      isSameDay
      ? clockText(details.starts, in: here) : shortText(details.starts, now: state.dates.now, in: here)
    let line = "\(EventColumns.elsewhere) \(time) \(details.timeZone)"
    let whole = "\(line) = \(timeHere) \(here.displayName)"
    return metrics.width(whole) <= size.width ? whole : metrics.truncated(line, to: size.width)
  }

  /// What the sign behind a time says, while there is one in view.
  private var elsewhereLine: String? {
    guard hasOtherZones else { return nil }
    let rows = state.list.cursor.visibleRows(height: size.height - 5)
    let isElsewhere = rows.contains {
      state.list.events[state.list.visible[$0]].details.zone(otherThan: state.dates.timeZone) != nil
    }
    return isElsewhere ? "\(EventColumns.elsewhere) is a time in another zone: go to its row to see which" : nil
  }

  /// Whether some event, shown or not, has another zone than the user.
  private var hasOtherZones: Bool {
    !state.list.snapshot.zones.isSubset(of: [state.dates.timeZone.identifier, state.dates.timeZone.displayName])
  }

  private mutating func drawHeadings(_ columns: EventColumns) {
    for column in columns.shown {
      let isSorted = column.kind.sort == state.list.sort
      canvas.draw(column.heading, x: column.x, y: 2, style: isSorted ? .heading : .label, width: column.width)
    }
  }

  private mutating func drawRows(_ columns: EventColumns, in area: Rect) {
    let list = state.list
    if !list.isFiltering { canvas.setCursor(Point(x: 0, y: area.y)) }
    for (offset, row) in list.cursor.visibleRows(height: area.height).enumerated() {
      let y = area.y + offset
      let details = list.events[list.visible[row]].details
      for column in columns.shown {
        let text = columns.text(column.kind, of: details, width: column.width, metrics: metrics)
        let end = canvas.draw(text, x: column.x, y: y, width: column.width)
        guard column.kind == .when, details.zone(otherThan: state.dates.timeZone) != nil else { continue }
        canvas.draw(EventColumns.elsewhere, x: end, y: y, style: .badge)
      }
      if list.marks.contains(list.visible[row]) { canvas.draw("*", x: 1, y: y, style: .badge) }
      note(.eventRow(row), x: 0, y: y, to: size.width)
      guard row == list.cursor.index else { continue }
      canvas.draw(">", x: 0, y: y, style: .heading)
      canvas.restyle(Rect(x: 0, y: y, width: size.width, height: 1), as: .selected)
      if !list.isFiltering { canvas.setCursor(Point(x: 0, y: y)) }
    }
  }

  var emptyListHint: String {
    guard !state.list.events.isEmpty else {
      return "No events yet: press \(state.keyName(of: .newEvent)) for the first one."
    }
    let key =
      state.list.isFiltering
      ? state.preferences.keys.name(of: .clearFilter, in: .filter) : state.keyName(of: .cancelInList)
    return "No event matches “\(state.list.filter.text)”: \(key) clears the filter."
  }

  mutating func drawHint(_ text: String, in area: Rect, style: Style = .secondary) {
    for (offset, line) in metrics.paragraphs(text, to: area.width - 4).enumerated() {
      canvas.draw(line, x: 2, y: area.y + offset, style: style)
    }
  }
}

/// The columns of the list of events, as many as the width has room for.
struct EventColumns {
  enum Kind: CaseIterable {
    case when, title, organizer, speakers, status

    /// The order of the list that is by this column; nil where there is none.
    var sort: EventSort? {
      switch self {
      case .when: .start
      case .title: .title
      case .organizer: .organizer
      case .status: .status
      case .speakers: nil
      }
    }
  }

  struct Column {
    let kind: Kind
    let heading: String
    let x: Int
    let width: Int
  }

  let shown: [Column]
  private let dates: DateContext

  /// What stands behind a time of another zone than the user's.
  static let elsewhere = "^"

  /// The columns of a start, with its day of the week or with its year.
  private static let whenWidth = 16

  /// Chooses the columns.
  ///
  /// - Parameters:
  ///   - width: How many columns the window has.
  ///   - dates: What the present year and the user's own zone are.
  ///   - hasOtherZones: Whether the sign for another zone needs room behind the times.
  init(width: Int, _ dates: DateContext, hasOtherZones: Bool) {
    self.dates = dates
    let when = Self.whenWidth + (hasOtherZones ? 1 : 0)
    var widths: [(Kind, String, Int)] = [(.when, "When", when)]
    let room = width - 2 - when - 1
    if width >= 72 {
      let share = room - 9 - 3
      let title = share * 52 / 100
      let organizer = max(9, share * 20 / 100)
      widths += [(.title, "Title", title), (.organizer, "Organizer", organizer)]
      widths += [(.speakers, "Speakers", share - title - organizer), (.status, "Status", 9)]
    } else if width >= 56 {
      widths += [(.title, "Title", room - 10), (.status, "Status", 9)]
    } else {
      widths += [(.title, "Title", room)]
    }
    var x = 2
    shown = widths.map { kind, heading, width in
      defer { x += width + 1 }
      return Column(kind: kind, heading: heading, x: x, width: width)
    }
  }

  private func when(_ details: EventDetails) -> String {
    columnText(details.starts, now: dates.now, in: TimeZone(identifier: details.timeZone) ?? .gmt)
  }

  func text(_ kind: Kind, of details: EventDetails, width: Int, metrics: TextMetrics) -> String {
    switch kind {
    case .when: when(details)
    case .title: details.title
    case .organizer: details.organizer ?? ""
    case .speakers: Self.names(details.speakers, width: width, metrics: metrics)
    case .status: details.status.rawValue
    }
  }

  /// As many names as fit, and how many more there are: "Ada Lovelace, Alan T… +2".
  static func names(_ names: [String], width: Int, metrics: TextMetrics) -> String {
    let all = names.joined(separator: ", ")
    guard metrics.width(all) > width else { return all }
    for count in 1...max(1, names.count) {
      let rest = names.count - count
      let suffix = rest > 0 ? " +\(rest)" : ""
      let shown = names.prefix(count).joined(separator: ", ")
      if metrics.width(shown + suffix) >= width || rest == 0 {
        return metrics.truncated(shown, to: width - suffix.count) + suffix
      }
    }
    return metrics.truncated(all, to: width)
  }
}

extension EventDetails {
  /// The event's zone; nil where it is one that the user has, too.
  fileprivate func zone(otherThan here: TimeZone) -> TimeZone? {
    timeZone == here.identifier
      ? nil : TimeZone(identifier: timeZone).flatMap { $0.identifier == here.identifier ? nil : $0 }
  }
}
