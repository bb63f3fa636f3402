import CIcal
import EventModel

/// Events as calendar programs read them: iCalendar (RFC 5545), folded and escaped by libical.
///
/// Times are in UTC, which says the instant exactly and needs no description of a zone; a calendar shows them by its
/// owner's clock anyway. The name of the event's own zone goes along as X-PIVOTAL-TIME-ZONE. Organizer, sponsor and
/// speakers are names here, while ORGANIZER and ATTENDEE take mail addresses, so they are told at the end of the
/// description.
enum EventICalendar {
  static func text(_ events: [Event]) -> String {
    let head = [
      icalproperty_new_version("2.0"), icalproperty_new_prodid("-//Pivotal//Pivotal//EN"),
      icalproperty_new_calscale("GREGORIAN"),
    ]
    var text = "BEGIN:VCALENDAR\r\n"
    for property in head {
      text += taking(icalproperty_as_ical_string_r(property))
      icalproperty_free(property)
    }
    // One component at a time, so that a large export is held in memory once only.
    for event in events { text += component(event) }
    return text + "END:VCALENDAR\r\n"
  }

  private static func component(_ event: Event) -> String {
    let component = icalcomponent_new(ICAL_VEVENT_COMPONENT)
    defer { icalcomponent_free(component) }
    for property in properties(event) { icalcomponent_add_property(component, property) }
    return taking(icalcomponent_as_ical_string_r(component))
  }

  private static func properties(_ event: Event) -> [OpaquePointer?] {
    let details = event.details
    var result = [
      icalproperty_new_uid(uid(event)),
      // Without a METHOD this is when the event was last revised.
      icalproperty_new_dtstamp(time(event.updatedAt)), icalproperty_new_created(time(event.createdAt)),
      icalproperty_new_lastmodified(time(event.updatedAt)),
      icalproperty_new_sequence(Int32(clamping: event.version - 1)), icalproperty_new_dtstart(time(details.starts)),
      icalproperty_new_dtend(time(details.ends)), icalproperty_new_summary(details.title),
      icalproperty_new_status(status(details.status)),
    ]
    let place = [details.venue, details.city].compactMap(\.self).joined(separator: ", ")
    if !place.isEmpty { result.append(icalproperty_new_location(place)) }
    if let link = details.link { result.append(icalproperty_new_url(link)) }
    let description = description(details)
    if !description.isEmpty { result.append(icalproperty_new_description(description)) }
    let zone = icalproperty_new_x(details.timeZone)
    icalproperty_set_x_name(zone, "X-PIVOTAL-TIME-ZONE")
    return result + [zone]
  }

  /// The same for every export of an event, and another for every other event anywhere.
  private static func uid(_ event: Event) -> String {
    "\(event.id.rawValue)-\(event.createdAt.microseconds)@pivotal"
  }

  private static func description(_ details: EventDetails) -> String {
    let people = [
      ("Organizer", details.organizer), ("Sponsor", details.sponsor),
      ("Speakers", details.speakers.isEmpty ? nil : details.speakers.joined(separator: ", ")),
    ]
    let lines = people.compactMap { label, names in names.map { "\(label): \($0)" } }.joined(separator: "\n")
    return [details.description, lines].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func status(_ status: EventStatus) -> icalproperty_status {
    switch status {
    case .draft: ICAL_STATUS_TENTATIVE
    case .confirmed: ICAL_STATUS_CONFIRMED
    case .cancelled: ICAL_STATUS_CANCELLED
    }
  }

  private static func time(_ instant: Instant) -> icaltimetype {
    icaltime_from_timet_with_zone(Int(instant.seconds), 0, icaltimezone_get_utc_timezone())
  }

  /// The text that libical gives away, which is then freed.
  private static func taking(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    defer { icalmemory_free_buffer(text) }
    return String(cString: text)
  }
}
