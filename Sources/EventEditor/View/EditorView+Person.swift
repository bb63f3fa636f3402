import EventModel
import Foundation
import TerminalKit

/// The parts of an open list: its rows, the row for adding, and the place for what is known of the highlighted person.
struct OpenListParts {
  let rows: Rect
  let addition: Rect
  /// Beside the rows in a wide window, under them in a narrow one that is high enough; else empty.
  let person: Rect
  let isPersonBeside: Bool

  /// Columns from which on a panel fits beside the rows.
  private static let widthForPanel = 84
  /// Rows of the strip.
  private static let strip = 3

  /// Hits that are shown before rows are given to the person.
  private static let hitsBeforeStrip = 4

  /// The rows that some hits and what is known of one of them would like to have.
  static func wantedRows(hits: Int) -> Int { max(1, hits) + strip }

  /// The columns of a panel above from which on the one beside the rows is as wide.
  private static let leastSharedWidth = 36

  init(_ area: Rect, hits: Int, hasPerson: Bool, hasAddition: Bool, under above: Rect) {
    isPersonBeside = hasPerson && area.width >= Self.widthForPanel
    let wanted = above.width >= Self.leastSharedWidth ? above.width : min(48, area.width * 2 / 5)
    let panel = isPersonBeside ? wanted : 0
    let needed = 1 + (hasAddition ? 1 : 0) + min(max(1, hits), Self.hitsBeforeStrip)
    let strip = hasPerson && !isPersonBeside && area.height >= needed + Self.strip ? Self.strip : 0
    let below = 1 + strip + (hasAddition ? 1 : 0)
    rows = Rect(x: area.x, y: area.y, width: area.width - panel, height: area.height - below)
    addition = Rect(
      x: area.x, y: rows.maxY, width: rows.width, height: hasAddition && area.height > below - strip ? 1 : 0)
    person =
      isPersonBeside
      ? Rect(x: rows.maxX, y: area.y, width: panel, height: area.height - 1)
      : Rect(x: area.x + 2, y: rows.maxY + (hasAddition ? 1 : 0), width: area.width - 3, height: strip)
  }
}

extension EditorView {
  /// Draws what is known of the highlighted speaker: the bio, and the events they are on.
  mutating func drawPerson(highlightedIn list: SearchList, in parts: OpenListParts) {
    guard list.hasHighlight, !list.isAdditionHighlighted, list.hits.indices.contains(list.cursor.index),
      parts.person.height > 0,
      let speaker = state.catalogue.speaker(at: list.hits[list.cursor.index].index)
    else { return }
    var area = parts.person
    if parts.isPersonBeside {
      for y in area.y..<area.maxY { canvas.draw("│", x: area.x, y: y, style: .border) }
      area = Rect(x: area.x + 2, y: area.y, width: area.width - 3, height: area.height)
    }
    for (offset, line) in personLines(speaker, area).enumerated() {
      canvas.draw(line, x: area.x, y: area.y + offset, style: .secondary, width: area.width)
    }
  }

  /// The bio as far as there is room, and a line for each event next to the form's day, of which at least one always
  /// has room; the last one tells how many more there are.
  private func personLines(_ speaker: Speaker, _ area: Rect) -> [String] {
    let moment = state.form?.startReading(in: state.dates).instant ?? state.dates.now
    let (events, count) = state.list.snapshot.events(
      with: speaker.name, nearest: moment, atMost: area.height, except: state.form?.target.id)
    let room = max(0, area.height - min(events.count, max(1, area.height / 3)))
    // No more of a bio is looked at than there is room for, since this is drawn with each key.
    let shown = speaker.bio.isEmpty ? [] : metrics.paragraphs(speaker.bio, to: area.width, atMost: room)
    let listed = events.prefix(area.height - shown.count)
    return shown
      + listed.enumerated().map { offset, event in
        let more = offset == listed.count - 1 && count > listed.count ? " +\(grouped(count - listed.count)) more" : ""
        return metrics.truncated(line(for: event), to: max(0, area.width - more.count)) + more
      }
  }

  /// For example: "On Wed 25 Nov 14:00: Compilers"; whatever a form shows is by the clocks of its own zone.
  private func line(for event: Event) -> String {
    let zone = state.form?.zoned(state.dates).timeZone ?? state.dates.timeZone
    let start = shortText(event.details.starts, now: state.dates.now, in: zone)
    return "On \(start)\(event.details.status == .cancelled ? ", cancelled" : ""): \(event.details.title)"
  }
}
