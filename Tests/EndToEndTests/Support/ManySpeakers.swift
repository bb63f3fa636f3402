import Foundation

/// A large catalogue as a Resources Centre written by others may have it: names in many scripts, odd white space,
/// numbers and texts as ids, times in every form and none.
struct ManySpeakers {
  /// The body of the answer.
  let body: String
  /// The names as they must be stored, in order.
  let names: [String]

  /// First names with the white space that was found around them, and without it.
  private static let given = [
    ("Ada", "Ada"), ("  Žofie", "Žofie"), ("Владимир", "Владимир"), ("Αλέξανδρος", "Αλέξανδρος"),
    ("Jean\u{A0}Luc", "Jean Luc"), ("محمد", "محمد"), ("שרה", "שרה"), ("प्रिया", "प्रिया"), ("สมชาย", "สมชาย"),
    ("\t王", "王"), ("さくら\u{3000}", "さくら"), ("지우", "지우"), ("Nguyễn\u{2009}Thị", "Nguyễn Thị"),
    ("E\u{301}mile", "E\u{301}mile"), ("Ọláńrewájú", "Ọláńrewájú"), ("Sø\u{7}ren", "Søren"), ("O’Brien\r\n", "O’Brien"),
    ("👩\u{200D}💻 Kim", "👩\u{200D}💻 Kim"), ("ანა", "ანა"), ("Ἑλένη\u{2028}", "Ἑλένη"),
  ]

  /// Makes so many speakers, all of them different.
  init(_ count: Int) throws {
    var records: [[String: Any]] = []
    var names: [String] = []
    for number in 1...count {
      let (written, stored) = Self.given[number % Self.given.count]
      var record: [String: Any] = [
        "id": number % 2 == 0 ? number : "sp-\(number)", "name": "\(written)  Number \(number)\n",
        "title": "Dr.", "company": "Institute \(number % 97)", "bio": "First line.\r\nSecond \"line\" of \(number).",
      ]
      record["updated_at"] = Self.time(number)
      records.append(record)
      names.append("\(stored) Number \(number)")
    }
    let data = try JSONSerialization.data(withJSONObject: ["speakers": records])
    body = String(decoding: data, as: UTF8.self)
    self.names = names
  }

  private static func time(_ number: Int) -> String? {
    switch number % 4 {
    case 0: nil
    case 1: "Mon, 23 Nov 2026 15:00:00 GMT"
    case 2: "2026-11-23T15:00:00.\(number)"
    default: "2026-11-23T15:00:00+05:30"
    }
  }
}
