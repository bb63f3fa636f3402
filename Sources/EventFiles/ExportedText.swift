import EventModel

/// Writes events as another program reads them, in the order given; every line is ended.
public func exportedText(_ events: [Event], as format: ExportFormat) -> String {
  switch format {
  case .ics: EventICalendar.text(events)
  case .csv: EventCSV.text(events)
  case .json: EventJSON.text(events) + "\n"
  }
}
