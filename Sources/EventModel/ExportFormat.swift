/// How events are written for other programs.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// iCalendar, which calendar programs read.
  case ics
  /// Comma-separated values, which spreadsheets read.
  case csv
  /// One JSON array.
  case json
}
