import EventModel
import Foundation
import PeopleSearch
import Testing

@testable import EventEditor

@Suite("Pickers over very many rows")
struct ManyRowsTests {
  private static let catalogue = CatalogueSnapshot(
    speakers: (0..<100_000).map { number in
      Speaker(
        id: Int64(number), externalID: "\(number)", name: "Speaker \(number)", title: "Guest",
        company: "City \(number % 7)",
        bio: "")
    }, organizers: [], sponsors: [], lastSync: nil)

  @Test func aPickerOverAHundredThousandOpensSearchesMovesAndTakes() {
    var screen = EditorScreen(catalogue: Self.catalogue)
    screen.type("n<Shift-Tab><Shift-Tab><Down>")
    #expect(screen.text.contains("100,000 of 100,000 shown, 0 selected"))
    screen.type("98765")
    #expect(screen.text.contains("1 of 100,000 shown"))
    #expect(screen.line(with: ">").contains("[ ] Speaker 98765 — Guest, City 2"))
    screen.type("<Enter>")
    #expect(screen.state.form?.speakers.chosen == ["Speaker 98765"])
    for _ in 0..<40 { screen.type("<PgDn>") }
    #expect(screen.text.contains("100,000 of 100,000 shown, 1 selected") && screen.text.contains("> [ ] Speaker "))
  }
}

@Suite("Time zones to choose from")
struct ZonePickerTests {
  private let names = Set(CatalogueSnapshot.empty.index(of: .timeZones).entries.map(\.name))

  @Test func allThatTheLibraryKnowsAreThere() {
    let missing = Set(TimeZone.knownTimeZoneIdentifiers).subtracting(names).subtracting(["GMT"])
    #expect(missing.isEmpty, "\(missing)")
    #expect(names.contains("UTC"))
  }

  /// The names that the system's table gives to places; where there is no such table there is nothing to compare.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/zone1970.tab")))
  func allThatTheTimeZoneDatabaseListsAreThere() throws {
    let table = try String(contentsOfFile: "/usr/share/zoneinfo/zone1970.tab", encoding: .utf8)
    let zones = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      line.split(separator: "\t").dropFirst(2).first.map(String.init)
    }
    #expect(zones.count > 200)
    #expect(zones.filter { !names.contains($0) } == [])
  }

  @Test(arguments: ["Europe/Kyiv", "Asia/Kolkata", "America/Argentina/Ushuaia", "Pacific/Chatham", "UTC"])
  func eachCanBeTypedAndTaken(_ name: String) {
    var screen = EditorScreen()
    screen.type("n<Tab><Tab><Tab>\(name)<Enter>")
    #expect(screen.state.form?.timeZone.chosen == name)
  }
}
