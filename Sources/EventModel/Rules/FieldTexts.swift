/// Reads a title, which every event has.
public func readTitle(_ text: String) -> FieldReading<String> {
  let title = cleanedLine(text)
  guard !title.isEmpty else { return .invalid("Title is missing: write what the event is called") }
  return bounded(title, .title)
}

/// Reads a field of one line that may be left empty: venue, city, organizer, sponsor.
public func readLine(_ text: String, for field: EventField) -> FieldReading<String?> {
  let line = cleanedLine(text)
  if line.isEmpty { return .valid(nil) }
  return optional(bounded(line, field))
}

/// Reads a description, whose lines stay as they are.
public func readDescription(_ text: String) -> FieldReading<String> {
  bounded(cleanedText(text), .description)
}

/// Reads a status by its name.
public func readStatus(_ text: String) -> FieldReading<EventStatus> {
  let name = cleanedLine(text).lowercased()
  guard let status = EventStatus(rawValue: name) else {
    let names = EventStatus.allCases.map(\.rawValue)
    return .invalid(
      "\(quote(text)) is not a status: write \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")")
  }
  return .valid(status)
}

/// Reads the names of speakers, of whom none may be there twice.
///
/// Names that differ in upper and lower case only are the same one.
public func readSpeakers(_ names: [String]) -> FieldReading<[String]> {
  let names = names.map(cleanedLine)
  var seen: Set<String> = []
  for name in names {
    guard !name.isEmpty else { return .invalid("One speaker has no name: remove it") }
    if let message = bounded(name, .speakers).message { return .invalid(message) }
    guard seen.insert(name.lowercased()).inserted else {
      return .invalid("\(quote(name)) is among the speakers twice: take one away")
    }
  }
  return .valid(names)
}

/// Reads how many people fit in: a whole number, with or without separators between the thousands.
public func readCapacity(_ text: String) -> FieldReading<Int?> {
  let line = cleanedLine(text)
  guard !line.isEmpty else { return .valid(nil) }
  guard let digits = digits(ofGrouped: line) else {
    return .invalid("\(quote(line)) is not a number of people: write a whole number, 0 to 1,000,000")
  }
  guard let capacity = Int(digits), capacity <= 1_000_000 else {
    return .invalid("\(quote(line)) is more than Capacity allows: 0 to 1,000,000")
  }
  return .valid(capacity)
}

/// The digits of a number that may be written `12,000`, `12.000`, `12'000`, `12_000` or `12 000`.
private func digits(ofGrouped text: String) -> String? {
  let parts = text.split(omittingEmptySubsequences: false) { ",.'_\u{2019} ".contains($0) }
  let areNumbers = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  guard areNumbers, parts.count == 1 || parts.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
  return parts.joined()
}

/// The text, unless it is longer than its field allows.
func bounded(_ text: String, _ field: EventField) -> FieldReading<String> {
  let length = text.unicodeScalars.count
  guard length > field.maximumLength else { return .valid(text) }
  let subject = field == .speakers ? "A speaker's name" : field.label
  return .invalid("\(subject) is \(length) characters long: at most \(field.maximumLength)")
}

/// The same reading for a field that may also be empty.
func optional<Value>(_ reading: FieldReading<Value>) -> FieldReading<Value?> {
  switch reading {
  case .valid(let value): .valid(value)
  case .invalid(let message): .invalid(message)
  }
}
