/// A text as a key that is the same only where every code point is, as it is in the database.
struct ExactText: Hashable {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    // Equal code points hash alike; that some others do as well does no harm.
    hasher.combine(text)
  }
}
