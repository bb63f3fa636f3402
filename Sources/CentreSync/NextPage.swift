import HTTPTransport

/// The reference to the next page of a listing, as RFC 8288 writes it: `Link: </speakers?page=2>; rel="next"`.
func nextPage(in headers: HTTPHeaders) -> String? {
  for field in headers.fields where field.name.lowercased() == "link" {
    var scanner = LinkScanner(field.value)
    while let link = scanner.next() {
      if link.relations.contains("next") { return link.target }
    }
  }
  return nil
}

/// Takes the links of one header field apart; a target or a quoted value may hold commas and semicolons.
private struct LinkScanner {
  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
  }

  /// The next link with the relations it stands for; nil at the end, or where it is no link.
  mutating func next() -> (target: String, relations: [String])? {
    rest = rest.drop { $0 == "," || $0.isWhitespace }
    guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
    let target = String(rest[rest.index(after: rest.startIndex)..<end])
    rest = rest[rest.index(after: end)...]
    var relations: [String]?
    while let parameter = parameter() {
      // Of several, the first counts.
      if parameter.name == "rel", relations == nil {
        relations = parameter.value.lowercased().split(separator: " ").map(String.init)
      }
    }
    return (target, relations ?? [])
  }

  private mutating func parameter() -> (name: String, value: String)? {
    rest = rest.drop(while: \.isWhitespace)
    guard rest.first == ";" else { return nil }
    rest = rest.dropFirst().drop(while: \.isWhitespace)
    let name = take { $0 != "=" && $0 != ";" && $0 != "," && !$0.isWhitespace }.lowercased()
    rest = rest.drop(while: \.isWhitespace)
    guard rest.first == "=" else { return (name, "") }
    rest = rest.dropFirst().drop(while: \.isWhitespace)
    return (name, rest.first == "\"" ? quoted() : take { $0 != ";" && $0 != "," && !$0.isWhitespace })
  }

  private mutating func take(while belongs: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: belongs)
    rest = rest[taken.endIndex...]
    return String(taken)
  }

  private mutating func quoted() -> String {
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.popFirst(), character != "\"" {
      value.append(character == "\\" ? rest.popFirst() ?? "\\" : character)
    }
    return value
  }
}
