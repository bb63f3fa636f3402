import Foundation

/// Reads a web address; it is kept as typed.
public func readLink(_ text: String) -> FieldReading<String?> {
  let link = cleanedLine(text)
  guard !link.isEmpty else { return .valid(nil) }
  guard let end = link.range(of: "://")?.lowerBound, ["http", "https"].contains(link[..<end].lowercased()) else {
    return .invalid("\(quote(link)) needs http:// or https:// before it")
  }
  guard !link.contains(" ") else { return .invalid("\(quote(link)) has a space in it: write %20 for each") }
  guard let parts = URLComponents(string: link), hasReadablePort(parts) else {
    return .invalid("\(quote(link)) is not a web address: write for example https://example.org/programme")
  }
  guard let host = parts.host, !host.isEmpty else {
    return .invalid("\(quote(link)) names no host: write for example https://example.org")
  }
  return optional(bounded(link, .link))
}

/// Whether an address names no port, or one that there is.
private func hasReadablePort(_ parts: URLComponents) -> Bool {
  guard let range = parts.rangeOfPort, let text = parts.string?[range] else { return true }
  return text.isEmpty || UInt16(text) != nil
}

/// Reads a time zone: its IANA name in any case, or the last part of one where only one ends so, such as `London`.
public func readTimeZone(_ text: String) -> FieldReading<String> {
  let name = cleanedLine(text).replacing(" ", with: "_")
  guard !name.isEmpty else { return .invalid("Time zone is missing: write an IANA name such as Europe/London") }
  let known = TimeZone.names
  let folded = name.lowercased()
  if let exact = known.first(where: { $0.lowercased() == folded }) { return .valid(exact) }
  // Older names, such as US/Eastern, are not among the known ones; the library makes other names of mere offsets.
  if TimeZone(identifier: name)?.identifier == name { return .valid(name) }
  let places = known.filter { $0.lowercased().hasSuffix("/" + folded) }
  guard let place = places.first else {
    return .invalid("\(quote(text)) is not a time zone: write an IANA name such as Europe/London")
  }
  guard places.count == 1 else {
    return .invalid("\(quote(text)) could be \(places.joined(separator: " or ")): write the whole name")
  }
  return .valid(place)
}
