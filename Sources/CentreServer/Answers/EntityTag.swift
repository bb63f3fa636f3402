/// A weak tag of what is answered: the same as long as no change has touched it.
///
/// It is made of the number of the last change, so that it costs nothing, and weak, since compressed or not an answer
/// says the same.
struct EntityTag: Equatable, Sendable {
  /// The field's value.
  let text: String

  init(instance: String, of resource: String, revision: Int64) {
    text = "W/\"\(instance)-\(resource)-\(revision)\""
  }

  /// Whether an `If-None-Match` names this tag, compared weakly as RFC 9110 wants it there.
  func isNamed(in field: String?) -> Bool {
    guard let field else { return false }
    return field.split(separator: ",").contains { element in
      let tag = element.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
      return String(tag) == "*" || Self.opaque(String(tag)) == Self.opaque(text)
    }
  }

  private static func opaque(_ tag: String) -> Substring {
    tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
  }
}
