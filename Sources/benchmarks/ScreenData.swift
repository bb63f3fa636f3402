import EventStore
import Foundation
import SQLiteKit

/// Invented events and speakers, in the files that the programs under measurement read.
struct ScreenData {
  let directory: URL
  let speakers: Int
  let events: Int

  /// So many events take place on each day, from today on.
  static let eventsPerDay = 20

  init(speakers: Int, events: Int) throws {
    self.speakers = speakers
    self.events = events
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("screen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  func remove() {
    try? FileManager.default.removeItem(at: directory)
  }

  func path(_ name: String) -> String { directory.appendingPathComponent(name).path }

  /// What a program is told of its surroundings.
  var environment: [String: String] {
    [
      "HOME": directory.path, "XDG_CONFIG_HOME": path("config"), "XDG_DATA_HOME": path("data"), "TZ": "UTC",
      "XDG_STATE_HOME": path("state"), "PIVOTAL_DATABASE": path("pivotal.db"), "TMPDIR": directory.path,
    ]
  }

  // MARK: - The files

  /// Makes Pivotal's database.
  func writeDatabase() throws {
    _ = try openStorage(at: path("pivotal.db"))
    let connection = try SQLiteConnection(path: path("pivotal.db"))
    try connection.write { connection in
      for number in 0..<speakers {
        let (name, title, company) = Self.person(number)
        try connection.execute(
          """
          INSERT INTO speakers (external_id, name, title, company, bio, created_at, updated_at)
          VALUES (?, ?, ?, ?, '', '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z')
          """, [.text("\(number)"), .text(name), .text(title), .text(company)])
      }
      try connection.execute("UPDATE revisions SET number = number + 1 WHERE concern = 'catalogue'")
      for number in 0..<events { try insertEvent(number, connection) }
    }
  }

  private func insertEvent(_ number: Int, _ connection: SQLiteConnection) throws {
    let start = start(of: number)
    let names = [Self.person(number % max(speakers, 1)).name, Self.person(number * 7 % max(speakers, 1)).name]
    let created = "2026-01-01T00:00:00.000000Z"
    try connection.execute(
      """
      INSERT INTO events (title, description, starts_at, ends_at, time_zone, venue, city, status, organizer, speakers,
        version, created_by, created_at, updated_by, updated_at)
      VALUES (?, '', ?, ?, 'UTC', 'Main hall', 'Leeds', 'confirmed', 'City Library', ?, 1, 'ada', ?, 'ada', ?)
      """,
      [
        .text(title(of: number)), .text(Self.instant.string(from: start)),
        .text(Self.instant.string(from: start.addingTimeInterval(1800))), .text("[\"\(names[0])\",\"\(names[1])\"]"),
        .text(created), .text(created),
      ])
  }

  /// Makes calcurse's data directory.
  func writeCalcurse() throws {
    try FileManager.default.createDirectory(atPath: path("calcurse/notes"), withIntermediateDirectories: true)
    let format = Self.formatter("MM/dd/yyyy '@' HH:mm")
    let lines = (0..<events).map { number in
      let start = start(of: number)
      return
        "\(format.string(from: start)) -> \(format.string(from: start.addingTimeInterval(1800))) |\(title(of: number))\n"
    }
    try lines.joined().write(toFile: path("calcurse/apts"), atomically: false, encoding: .utf8)
    for name in ["todo", "conf", "keys"] {
      try "".write(toFile: path("calcurse/\(name)"), atomically: false, encoding: .utf8)
    }
  }

  /// Makes the file of rows for fzf.
  func writeLabels() throws {
    let lines = (0..<speakers).map { number in
      let (name, title, company) = Self.person(number)
      return "\(name) — \(title), \(company)\n"
    }
    try lines.joined().write(toFile: path("labels.txt"), atomically: false, encoding: .utf8)
  }

  // MARK: - What is in them

  func title(of event: Int) -> String { "Talk \(event) on \(Self.pick(Self.fields, event * 31))" }

  private func start(of event: Int) -> Date {
    let today = Calendar(identifier: .gregorian).startOfDay(for: Date())
    // The list begins at the next event to come, so those of today that are over stand above it.
    let (day, place) = event.quotientAndRemainder(dividingBy: Self.eventsPerDay)
    return today.addingTimeInterval(TimeInterval(day * 86_400 + 14_400 + place * 3_600))
  }

  static func person(_ number: Int) -> (name: String, title: String, company: String) {
    let mixed = number &* 2_654_435_761 % 1_000_003
    let initial = mixed % 3 == 0 ? " \(pick(Array("ABCDEFGHJKLMNPRSTW").map(String.init), mixed / 7))." : ""
    return (
      "\(pick(given, mixed))\(initial) \(pick(family, mixed / given.count))",
      "\(pick(ranks, mixed / 11))\(pick(titles, mixed / 13))",
      "\(pick(places, mixed / 17)) \(pick(kinds, mixed / 19))"
    )
  }

  private static func pick(_ words: [String], _ number: Int) -> String { words[abs(number) % words.count] }

  private static let given = """
    Ada Alan Anna Barbara Carlos Chen Dilnoza Elena Emeka Fatou Grace Hiro Ines Jamal Julia Kaveh Lars Leila Marta Mateus \
    Nadia Noor Olek Paulo Priya Rania Rosa Samir Sofia Søren Tariq Teresa Uma Viktor Wanjiru Xin Yara Yusuf Zoë Åsa
    """.split(separator: " ").map(String.init)
  private static let family = """
    Abbott Andersen Banda Barros Castellano Chowdhury Demir Duarte Eriksen Farah Fernandes Fontaine Gallagher Greene Haas \
    Hernandez Ito Jensen Kapoor Keller Koroma Larsen Lopes Lovell Marino Mbeki Moreno Nakamura Ngata Novak Okoye Olsen \
    Park Pereira Quist Rahimi Reyes Romero Sandberg Silva Soto Tamm Torres Umarov Varga Weber Wójcik Yilmaz Zamora Zhou
    """.split(separator: " ").map(String.init)
  private static let ranks = ["", "", "Senior ", "Lead ", "Associate "]
  private static let titles = ["Engineer", "Librarian", "Researcher", "Editor", "Curator", "Designer", "Lecturer"]
  private static let places = ["Harbour", "Northern", "Open", "Riverside", "Central", "Old Town", "Lakeside", "Union"]
  private static let kinds = ["Institute", "Press", "Museum", "Labs", "College", "Archive", "Theatre"]
  private static let fields = ["maps", "music", "bridges", "archives", "gardens", "printing", "tides", "clocks"]

  private static let instant = formatter("yyyy-MM-dd'T'HH:mm:ss'.000000Z'")

  private static func formatter(_ format: String) -> DateFormatter {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = format
    return formatter
  }
}
