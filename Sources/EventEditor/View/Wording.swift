import EventModel

/// How long ago something was, in words: "12 min ago".
func age(of moment: Instant, at now: Instant) -> String {
  let seconds = now.seconds - moment.seconds
  switch seconds {
  case ..<60: return "just now"
  case ..<3600: return "\(seconds / 60) min ago"
  case ..<86_400: return "\(seconds / 3600) h ago"
  default: return seconds < 172_800 ? "yesterday" : "\(seconds / 86_400) days ago"
  }
}
