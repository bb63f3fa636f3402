import EventModel
import Foundation
import JSONStream

/// Events as scripts read them: one JSON array, every member always there, null where nothing is set.
enum EventJSON {
  static func text(_ events: [Event]) -> String {
    let writer = JSONWriter(pretty: true)
    writer.beginArray()
    for event in events { write(event, to: writer) }
    writer.endArray()
    return writer.text
  }

  private static func write(_ event: Event, to writer: JSONWriter) {
    let details = event.details
    let zone = TimeZone(identifier: details.timeZone) ?? .gmt
    writer.beginObject()
    writer.member("id", String(event.id.rawValue))
    writer.member("title", details.title)
    writer.member("starts", details.starts.iso8601(in: zone))
    writer.member("ends", details.ends.iso8601(in: zone))
    writer.member("timeZone", details.timeZone)
    writer.member("venue", details.venue)
    writer.member("city", details.city)
    writer.member("link", details.link)
    writer.key("capacity")
    if let capacity = details.capacity { writer.number(Int64(capacity)) } else { writer.null() }
    writer.member("status", details.status.rawValue)
    writer.member("organizer", details.organizer)
    writer.member("sponsor", details.sponsor)
    writer.key("speakers")
    writer.beginArray()
    details.speakers.forEach(writer.string)
    writer.endArray()
    writer.member("description", details.description.isEmpty ? nil : details.description)
    writer.endObject()
  }
}
