import EventModel
import Foundation
import SQLiteKit
import TestSupport
import Testing

@testable import CentreServer

@Suite("The data of a Resources Centre")
struct CentreStoreTests {
  let centre: TestCentre

  init() throws {
    centre = try TestCentre()
  }

  /// A released step is never edited, since databases out there have taken it as it was: a change is a new step.
  @Test("has a schema whose released steps are frozen")
  func releasedStepsAreFrozen() {
    #expect(DatabaseKind.centreMigrations.map(\.name) == ["0001-catalogue", "0002-listing-order"])
    #expect(
      DatabaseKind.centreMigrations.map { checksum($0.sql) } == [3_009_387_868_105_682_619, 8_460_189_802_979_031_058])
  }

  /// Sorting all that is left for each page would make a long listing take the square of its length.
  @Test("has an index for each collection that lists changes and pages in their order, with no sorting")
  func listingsNeedNoSorting() throws {
    let snapshot = try centre.store.snapshot()
    for collection in CentreCollection.allCases {
      let plan = try snapshot.query(
        """
        EXPLAIN QUERY PLAN SELECT body FROM \(collection.rawValue) INDEXED BY \(collection.rawValue)_changed
        WHERE changed_at >= 1 AND (changed_at, position) > (1, 2) ORDER BY changed_at, position
        """
      ) { row -> String in
        for _ in 0..<3 { _ = try row.integer() }
        return try row.text()
      }
      #expect(plan == ["SEARCH \(collection.rawValue) USING INDEX \(collection.rawValue)_changed (changed_at>?)"])
    }
  }

  @Test("is there again when the file is opened again, and belongs to nobody else")
  func reopening() throws {
    try centre.store.add(["name": "Ada"], id: "1", to: .speakers, at: noon)
    let path = centre.directory.path("centre.db")
    #expect(try CentreStore(path: path).edit("Ada", [:], in: .speakers, at: noon) == "Ada")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let other = try centre.directory.write("Dear diary", to: "diary.txt")
    let error = #expect(throws: CentreError.self) { try CentreStore(path: other) }
    #expect(error?.message.contains("is not a database of the Resources Centre and was left as it is") == true)
  }

  @Test("is added to, changed and removed by hand")
  func byHand() throws {
    let store = centre.store
    try store.add(["name": "Ada", "title": "Countess"], id: "a", to: .speakers, at: noon)
    try store.edit("a", ["title": "Mathematician"], in: .speakers, at: noon)
    let record = try #require(try centre.answer("/api/v1/speakers").records.first)
    #expect(record["name"]?.text == "Ada")
    #expect(record["title"]?.text == "Mathematician")
    #expect(record["created_at"]?.text == noon.iso8601)
    #expect(try store.remove("Ada", from: .speakers, at: noon) == "Ada")
    #expect(try centre.ids("/api/v1/speakers") == [])
    #expect(try centre.ids("/api/v1/speakers?updated_since=2026-01-01") == ["a"])
  }

  @Test("keeps what two people change of one record in the same moment")
  func editedTogether() async throws {
    let store = centre.store
    let other = try CentreStore(path: centre.directory.path("centre.db"))
    for number in 1...40 { try store.add(["name": "Ada"], id: "\(number)", to: .speakers, at: noon) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (store, member) in [(store, "title"), (other, "company")] {
        group.addTask {
          for number in 1...40 { try store.edit("\(number)", [member: "Changed"], in: .speakers, at: noon) }
        }
      }
      try await group.waitForAll()
    }
    for record in try centre.answer("/api/v1/speakers").records {
      #expect([record["title"]?.text, record["company"]?.text] == ["Changed", "Changed"], "\(record.json())")
    }
  }

  @Test("gives an id to one of those who ask for it in the same moment")
  func addedTogether() async throws {
    let stores = [centre.store, try CentreStore(path: centre.directory.path("centre.db"))]
    let added = await withTaskGroup(of: Int.self) { group in
      for store in stores {
        group.addTask {
          (1...40).count { (try? store.add(["name": "Ada"], id: "\($0)", to: .speakers, at: noon)) != nil }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(added == 40)
  }

  @Test("takes an id that is somebody's name, and means the id by it from then on")
  func idLikeAName() throws {
    for number in 1...25 { try centre.store.add(["name": "42"], id: "s\(number)", to: .speakers, at: noon) }
    try centre.store.add(["name": "Ada"], id: "42", to: .speakers, at: noon)
    #expect(try centre.store.edit("42", ["title": "Countess"], in: .speakers, at: noon) == "Ada")
    #expect(try centre.store.remove("42", from: .speakers, at: noon) == "Ada")
  }

  @Test("keeps a few connections for the next answers, whatever crowd there was")
  func idleReaders() throws {
    var snapshots: [CentreSnapshot] = []
    for _ in 0..<30 { snapshots.append(try centre.store.snapshot()) }
    #expect(centre.store.idleReaderCount == 0)
    snapshots.removeAll()
    #expect(centre.store.idleReaderCount == CentreStore.mostIdleReaders)
  }

  @Test("says what is wrong with a change")
  func wrongChanges() throws {
    let store = centre.store
    try store.add(["name": "Ada"], id: "a", to: .sponsors, at: noon)
    try store.add(["name": "Ada"], id: "b", to: .sponsors, at: noon)
    let refusals: [(String, () throws -> Void)] = [
      ("There is a sponsor a already", { try store.add(["name": "X"], id: "a", to: .sponsors, at: noon) }),
      (
        "This sponsor is not right: its \"name\" must be",
        { try store.add(["name": " "], id: "c", to: .sponsors, at: noon) }
      ),
      (
        "This sponsor is not right: its \"name\" has more",
        {
          try store.add(["name": String(repeating: "x", count: 501)], id: "c", to: .sponsors, at: noon)
        }
      ),
      (
        "This sponsor is not right: its \"id\" holds a control character",
        { try store.add(["name": "X"], id: "c\n", to: .sponsors, at: noon) }
      ),
      ("There is no sponsor with the id or the name z", { try store.remove("z", from: .sponsors, at: noon) }),
      (
        "2 sponsors are called Ada; give one of their ids: a, b.",
        { try store.remove("Ada", from: .sponsors, at: noon) }
      ),
    ]
    for (start, change) in refusals {
      let error = #expect(throws: CentreError.self) { try change() }
      #expect(error?.message.hasPrefix(start) == true, "\(error?.message ?? "none")")
    }
    #expect(try centre.ids("/api/v1/sponsors") == ["a", "b"])
  }

  @Test("lets clients in by keys of their own, and out again at once")
  func keys() throws {
    let laptop = try centre.store.addKey(named: "laptop", at: noon)
    let server = try centre.store.addKey(named: "server", at: noon)
    #expect(laptop != server && laptop.hasPrefix("rck_") && laptop.count == 68)
    for key in [laptop, server, "sesame"] { #expect(try centre.answer("/api/v1/stats", key: key).status == 200) }
    #expect(try centre.store.revokeKey(1, at: noon))
    #expect(try !centre.store.revokeKey(1, at: noon))
    #expect(try !centre.store.revokeKey(9, at: noon))
    #expect(try centre.answer("/api/v1/stats", key: laptop).status == 401)
    #expect(try centre.answer("/api/v1/stats", key: server).status == 200)
    #expect(try centre.store.keys().map(\.name) == ["laptop", "server"])
    #expect(try centre.store.keys().map(\.revokedAt) == [noon, nil])
  }

  @Test("holds no key that could be used, nor anything like one")
  func hashes() throws {
    let key = try centre.store.addKey(named: "laptop", at: noon)
    let connection = try SQLiteConnection(path: centre.directory.path("centre.db"))
    let hash = try #require(try connection.query("SELECT hash FROM keys") { try $0.text() }.first)
    #expect(hash.count == 64 && !hash.contains(key.dropFirst(4)))
    #expect(try centre.answer("/api/v1/stats", key: hash).status == 401)
  }

  @Test("can be read by many while it is written")
  func readersAndWriter() async throws {
    let centre = centre
    let store = centre.store
    try centre.take((1...500).map { #"{"id":\#($0),"name":"Speaker \#($0)"}"# }.joined(separator: "\n"))
    let service = CentreService(store: store, key: try APIKey("sesame"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 1...40 {
          try store.edit("\(number)", ["bio": "Changed"], in: .speakers, at: noon)
          try store.remove("\(number + 400)", from: .speakers, at: noon)
        }
      }
      for _ in 0..<20 {
        group.addTask {
          let answer = try service.answer(to: "/api/v1/speakers")
          #expect(answer.status == 200)
          #expect(answer.announcedLength == answer.text.utf8.count)
          #expect((460...500).contains(try answer.ids.count))
        }
      }
      try await group.waitForAll()
    }
    #expect(try centre.ids("/api/v1/speakers").count == 460)
  }
}

/// FNV-1a: enough to notice an edit.
private func checksum(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
