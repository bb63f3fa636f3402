import EventModel
import Foundation

/// Events as spreadsheets read them: comma-separated values (RFC 4180) in UTF-8, with a line of names.
///
/// The columns are the members of the JSON form. Speakers stand in one cell with semicolons between them. A text that a
/// spreadsheet would take for a formula gets an apostrophe before it, since titles and names come from many hands and
/// from another system; who needs every text as it is reads the JSON form.
enum EventCSV {
  /// The names of the columns.
  static let columns = [
    "id", "title", "starts", "ends", "timeZone", "venue", "city", "link", "capacity", "status", "organizer", "sponsor",
    "speakers", "description",
  ]

  static func text(_ events: [Event]) -> String {
    var text = line(columns)
    for event in events { text += line(cells(event)) }
    return text
  }

  private static func cells(_ event: Event) -> [String] {
    let details = event.details
    let zone = TimeZone(identifier: details.timeZone) ?? .gmt
    let texts = [
      details.timeZone, details.venue ?? "", details.city ?? "", details.link ?? "",
      details.capacity.map(String.init) ?? "", details.status.rawValue, details.organizer ?? "", details.sponsor ?? "",
      details.speakers.joined(separator: "; "), details.description,
    ]
    return [
      String(event.id.rawValue), guarded(details.title), details.starts.iso8601(in: zone),
      details.ends.iso8601(in: zone),
    ] + texts.map(guarded)
  }

  /// What a spreadsheet takes for the start of a formula.
  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]

  private static func guarded(_ text: String) -> String {
    // Code points, since a mark that combines with the sign would make another character of it.
    guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else { return text }
    return "'" + text
  }

  /// One line, with quotes around the cells that need them, and ended by CR and LF.
  private static func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}
