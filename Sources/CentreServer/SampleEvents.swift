import EventModel
import Foundation
import JSONStream

extension CentreData {
  /// The sample events with all their details, as an editor's database holds them.
  ///
  /// A Centre answers less about an event than the file holds; the demonstration fills its database with the rest.
  public static func sampleEvents() throws -> [EventDetails] {
    var events: [EventDetails] = []
    try sample(.events).forEachObject { line, object in
      guard let event = EventDetails(sample: try object.get()) else {
        throw CentreError("The sample data events.jsonl, line \(line): it is no whole event; correct the line.")
      }
      events.append(event)
    }
    return events
  }
}

extension EventDetails {
  fileprivate init?(sample: JSONValue) {
    func text(_ key: String) -> String? { sample[key]?.text.flatMap { $0.isEmpty ? nil : $0 } }
    func time(_ key: String) -> Instant? { text(key).flatMap { Instant(timestamp: $0) } }
    guard let title = text("title"), let starts = time("start"), let ends = time("end"), let zone = text("time_zone"),
      let status = text("status").flatMap(EventStatus.init)
    else { return nil }
    self.init(
      title: title, starts: starts, ends: ends, timeZone: zone, venue: text("venue"), city: text("city"),
      link: text("link"), capacity: sample["capacity"]?.integer.flatMap { Int(exactly: $0) }, status: status,
      organizer: text("organizer"), sponsor: text("sponsor"),
      speakers: (sample["speakers"]?.elements ?? []).compactMap(\.text), description: text("description") ?? "")
  }
}
