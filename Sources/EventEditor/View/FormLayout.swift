import EventModel
import TerminalKit

/// Where each field of the form stands, worked out from the form and the size alone.
struct FormLayout {
  /// A field's place.
  struct Slot {
    var label: Point
    /// Where its text stands.
    var value: Rect
    /// Where what it has to say stands; nil for right behind its text.
    var messageX: Int?
  }

  private(set) var slots: [EventField: Slot] = [:]
  let badges: BadgeLayout
  /// The columns of the form, without the panel beside it.
  let width: Int
  /// Where that day's other events stand beside the form; empty in a window that has no room for them.
  let dayPanel: Rect

  private static let top = 2
  private static let labelX = 2
  /// The column in which most fields' text starts.
  static let valueX = 15

  /// From so many columns on, short fields share a row.
  private static let wideWidth = 76
  /// The columns of the form that are left to it beside that day's other events, so that a date's reading has room.
  private static let widthBesideDay = 80
  /// From so many columns on, that day's other events stand beside the form.
  private static let widthForDay = 104

  /// Whether short fields share a row.
  var isWide: Bool { Self.isWide(Size(width: width, height: 0)) }

  /// Whether short fields share a row in a window.
  static func isWide(_ size: Size) -> Bool { size.width >= wideWidth }

  init(_ form: EventForm, size: Size, metrics: TextMetrics) {
    let panel = size.width < Self.widthForDay ? 0 : min(44, size.width - Self.widthBesideDay)
    let area = Self.area(size)
    let width = size.width - panel
    self.width = width
    dayPanel = Rect(x: width, y: area.y, width: panel, height: area.height)
    // A third of the window at most, so that the list of speakers keeps its room.
    badges = BadgeLayout(
      form.speakers, width: width - Self.valueX - 1, lines: max(1, (size.height - 4) / 3), metrics: metrics)
    for rows in width >= Self.wideWidth ? Self.wideRows(width) : Self.narrowRows(width) { place(rows, below: slots) }
    let room = size.height - 2 - Self.top
    let used = slots.values.reduce(0) { max($0, $1.value.maxY) }
    slots[.description] = Slot(
      label: Point(x: Self.labelX, y: used),
      value: Rect(x: Self.valueX, y: used, width: width - Self.valueX - 1, height: max(1, room - used)))
    scroll(to: form, room: room)
  }

  /// One row of the form: its fields, each with where its label and its value start and how wide the value is.
  private typealias Row = [(field: EventField, labelX: Int, x: Int, width: Int, messageX: Int?)]

  private static func wideRows(_ width: Int) -> [Row] {
    let rest = width - valueX - 1
    let half = valueX + rest / 2
    let third = valueX + rest * 40 / 100
    let twoThirds = valueX + rest * 70 / 100
    return [
      row(.title, rest), dateRow(.starts), dateRow(.ends), row(.timeZone, 26),
      [(.venue, labelX, valueX, rest / 2 - 2, nil), (.city, half, half + 6, width - half - 7, nil)],
      [
        (.link, labelX, valueX, third - valueX - 2, nil), (.capacity, third, third + 10, twoThirds - third - 11, nil),
        (.status, twoThirds, twoThirds + 8, min(12, width - twoThirds - 11), nil),
      ],
      row(.organizer, 36), row(.sponsor, 36), row(.speakers, rest),
    ]
  }

  private static func narrowRows(_ width: Int) -> [Row] {
    EventField.allCases.filter { $0 != .description }.map { row($0, width - valueX - 3) }
  }

  private static func row(_ field: EventField, _ width: Int) -> Row { [(field, labelX, valueX, width, nil)] }
  private static func dateRow(_ field: EventField) -> Row { [(field, labelX, valueX, 24, valueX + 26)] }

  private mutating func place(_ row: Row, below placed: [EventField: Slot]) {
    let y = placed.values.reduce(0) { max($0, $1.value.maxY) }
    for item in row {
      let height = item.field == .speakers ? badges.height : 1
      slots[item.field] = Slot(
        label: Point(x: item.labelX, y: y), value: Rect(x: item.x, y: y, width: item.width, height: height),
        messageX: item.messageX)
    }
  }

  /// Moves everything so that what has the focus is in view, for screens shorter than the form.
  ///
  /// The last row stays free of it, since a long message needs that row.
  private mutating func scroll(to form: EventForm, room: Int) {
    let field = slots[form.focus]?.value ?? Rect(x: 0, y: 0, width: 0, height: 0)
    let line = form.focus == .speakers ? badges.line(withFocusOf: form.speakers) : 0
    let offset = Self.top - max(0, field.y + line + 2 - room)
    for field in slots.keys {
      slots[field]?.label.y += offset
      slots[field]?.value.y += offset
    }
  }

  /// The rows that fields may use.
  static func area(_ size: Size) -> Rect {
    Rect(x: 0, y: top - 1, width: size.width, height: size.height - 2 - (top - 1))
  }
}
