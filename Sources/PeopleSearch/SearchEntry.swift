/// One thing that can be picked: its name, which an event saves, and what tells it apart from others of that name.
public struct SearchEntry: Equatable, Sendable {
  /// What is shown first and saved.
  public let name: String
  /// What is shown behind it: "Title, Company" or a web site; may be empty.
  public let detail: String
  /// How many bytes of the detail stand before the company.
  let titleLength: Int

  /// Makes an entry from its name and what is shown behind it, whose part after the first comma is the company.
  public init(name: String, detail: String) {
    self.name = name
    self.detail = detail
    let comma = detail.utf8.firstIndex(of: UInt8(ascii: ",")) ?? detail.utf8.endIndex
    titleLength = detail.utf8.distance(from: detail.utf8.startIndex, to: comma)
  }

  /// Makes the entry of a person; title and company may be empty.
  public init(name: String, title: String, company: String) {
    self.name = name
    detail = [title, company].filter { !$0.isEmpty }.joined(separator: ", ")
    titleLength = title.utf8.count
  }

  /// Makes an entry from its label, "Name — Title, Company" or a bare name.
  public init(label: String) {
    let bytes = label.utf8
    var place = bytes.startIndex
    while let space = bytes[place...].firstIndex(of: UInt8(ascii: " ")) {
      if bytes[space...].starts(with: Self.labelDash.utf8) {
        let detail = bytes[bytes.index(space, offsetBy: Self.labelDash.utf8.count)...]
        guard !detail.isEmpty else { break }
        self.init(name: String(label[..<space]), detail: String(detail) ?? "")
        return
      }
      place = bytes.index(after: space)
    }
    self.init(name: label, detail: "")
  }

  /// The whole of it, as it is shown: "Name — Title, Company", or the bare name.
  public var label: String { detail.isEmpty ? name : name + Self.labelDash + detail }

  init(name: String, detail: String, titleLength: Int) {
    self.name = name
    self.detail = detail
    self.titleLength = titleLength
  }

  static let labelDash = " — "
}

/// The parts of an entry in the order in which a match in them counts.
enum SearchField: Int, CaseIterable {
  case name
  case title
  case company
}
