/// A length as one would type it for an end: `1h30`, `45m`, `2d`.
///
/// Reading it as an end gives the same length again; what is not positive is one minute.
public func typedLength(minutes: Int) -> String {
  let total = max(1, minutes)
  let (days, hours, rest) = (total / 1440, total / 60 % 24, total % 60)
  var text = days > 0 ? "\(days)d" : ""
  if hours > 0 { text += "\(hours)h" }
  if rest > 0 { text += hours > 0 ? padded(rest, 2) : "\(rest)m" }
  return text
}

/// Whether what was typed as an end is a length, which moves with the start, rather than a time.
public func isLength(_ text: String) -> Bool { length(text) != nil }

/// The minutes of a length as people type it, `1h30` or `90m`; nil for what is none, or is no time at all.
public func minutes(ofLength text: String) -> Int? {
  guard let length = length(text) else { return nil }
  let minutes = length.days * 1440 + length.seconds / 60
  return minutes > 0 ? minutes : nil
}

private func length(_ text: String) -> Length? {
  let today = CivilDay(year: 2000, month: 1, day: 1)
  guard text.utf8.count <= 200, let today else { return nil }
  let reference = DateReference(today: today, from: today, includesFrom: true, order: nil, advice: "")
  var parser = DateParser(DateTokens(text), reference: reference)
  return parser.wholeLength()
}
