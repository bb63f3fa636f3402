import EventModel
import Foundation

/// When something happened, to the minute: "Mon 23 Nov 12:00".
func momentText(_ moment: Instant, now: Instant, in zone: TimeZone) -> String {
  let minute = Instant(seconds: moment.seconds - (moment.seconds % 60 + 60) % 60) ?? moment
  return shortText(minute, now: now, in: zone)
}

/// How long ago something was, in words: "12 min ago".
func age(of moment: Instant, at now: Instant) -> String {
  let seconds = now.seconds - moment.seconds
  switch seconds {
  case ..<60: return "just now"
  case ..<3600: return "\(seconds / 60) min ago"
  case ..<86_400: return "\(seconds / 3600) h ago"
  // Less than two days ago may be the day before yesterday.
  default: return seconds < 172_800 ? "1 day ago" : "\(seconds / 86_400) days ago"
  }
}

/// From when to when an event is on a day: "14:00–15:30", with dots where it goes on beyond the day.
func clocks(_ event: EventDetails, on day: CivilDay, in zone: TimeZone) -> String {
  let begins = event.starts >= day.start(in: zone)
  let ends = event.ends <= day.next.start(in: zone)
  guard begins || ends else { return "all day" }
  let end = event.ends == day.next.start(in: zone) ? "24:00" : minuteText(event.ends, in: zone)
  return "\(begins ? minuteText(event.starts, in: zone) : "…")–\(ends ? end : "…")"
}

/// When an event starts on a day: "14:00", or dots where it has begun before.
func startClock(_ event: EventDetails, on day: CivilDay, in zone: TimeZone) -> String {
  event.starts < day.start(in: zone) ? "…" : minuteText(event.starts, in: zone)
}
