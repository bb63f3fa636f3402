import EventModel
import EventStore
import HTTPTransport
import Testing

@testable import CentreSync

/// What the Centre no longer lists leaves the pickers, and only when that is sure.
@Suite struct GoneTests {
  let place: Workplace
  let centre: Centre

  init() throws {
    place = try Workplace()
    centre = try Centre()
  }

  private func names() throws -> [String] { try place.storage.speakers().map(\.name) }

  private func list(_ ids: some Sequence<Int>) {
    centre.answer(.speakers, records: ids.map { speaker($0, "Speaker \($0)") })
  }

  @Test func `What a complete listing leaves out is marked as missing, and comes back when it is seen again`() throws {
    list(1...3)
    try place.sync(from: centre.url)
    list(1...2)
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [0, 0, 2, 0])
    #expect(run.speakers.missing == 1)
    #expect(run.speakers.notes == [SyncNote(kind: .missing, id: "3", name: "Speaker 3")])
    #expect(try names() == ["Speaker 1", "Speaker 2"])
    #expect(try place.storage.catalogueSummary().speakers == 2)

    #expect(try place.sync(from: centre.url).speakers.missing == 0)
    list(1...3)
    let again = try place.sync(from: centre.url)
    #expect(again.speakers.counts == [0, 1, 2, 0])
    #expect(again.speakers.returned == 1)
    #expect(again.speakers.notes == [SyncNote(kind: .returned, id: "3", name: "Speaker 3")])
    #expect(try names() == ["Speaker 1", "Speaker 2", "Speaker 3"])
  }

  @Test func `The events that hold the name of one that is gone are listed`() throws {
    list(1...3)
    try place.sync(from: centre.url)
    let event = try place.addEvent("Talk", speakers: ["Speaker 3", "Someone else"])
    list(1...2)
    #expect(try place.sync(from: centre.url).speakers.notes.first?.events == [event])
    #expect(try place.storage.events().first?.details.speakers == ["Speaker 3", "Someone else"])
  }

  @Test(arguments: [(0, true), (4, true), (5, false), (9, false)])
  func `A Centre that lists nothing or less than half marks nothing and says so`(_ left: Int, _ isSuspect: Bool) throws
  {
    list(1...10)
    try place.sync(from: centre.url)
    list(1..<left + 1)
    for _ in 1...2 {
      let run = try place.sync(from: centre.url)
      #expect(run.speakers.emptied == (isSuspect ? SourceEmptied(here: 10, listed: left) : nil))
      #expect(try names().count == (isSuspect ? 10 : left))
      #expect(run.exitStatus == 0)
      if !isSuspect { return }
    }
    var options = SyncOptions()
    options.acceptsRemovals = true
    let accepted = try place.sync(from: centre.url, options)
    #expect(accepted.speakers.emptied == nil)
    #expect(accepted.speakers.missing == 10 - left)
    #expect(try names().count == left)
  }

  @Test func `New ones do not stand in for those that are gone`() throws {
    list(1...10)
    try place.sync(from: centre.url)
    list(8...20)
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.emptied == SourceEmptied(here: 10, listed: 3))
    #expect(run.speakers.counts == [10, 0, 3, 0])
    #expect(try names().count == 20)
  }

  @Test func `A record that cannot be taken is not missing`() throws {
    list(1...2)
    try place.sync(from: centre.url)
    centre.answer(.speakers, records: [speaker(1, "Speaker 1"), "{\"id\":2,\"name\":7}"])
    let run = try place.sync(from: centre.url)
    #expect(run.speakers.counts == [0, 0, 1, 1])
    #expect(run.speakers.missing == 0)
    #expect(try names() == ["Speaker 1", "Speaker 2"])
  }

  @Test func `Rows that were added here are never missing`() throws {
    try place.execute(
      "INSERT INTO speakers (name, title, company, bio, created_at, updated_at) VALUES ('Local', '', '', '', '', '')")
    list(1...2)
    try place.sync(from: centre.url)
    list(1...1)
    try place.sync(from: centre.url)
    #expect(try names() == ["Local", "Speaker 1"])
  }

  @Test func `An answer that fails marks nothing`() throws {
    list(1...3)
    try place.sync(from: centre.url)
    centre.answer(.speakers, json: "{\"speakers\":[\(speaker(1, "Speaker 1")),\(speaker(2, "Speaker 2"))")
    #expect(try place.sync(from: centre.url).speakers.failure != nil)
    #expect(try names().count == 3)
  }

  @Test func `What is accepted is what was shown: of other collections, or of more rows, it is asked again`() throws {
    centre.answer(.speakers, records: (0..<10).map { speaker($0, "Speaker \($0)") })
    centre.answer(.organizers, records: (0..<10).map { speaker($0, "Organizer \($0)") })
    try place.sync(from: centre.url)
    centre.answer(.speakers, records: (0..<3).map { speaker($0, "Speaker \($0)") })
    let shown = try place.sync(from: centre.url).outcomes.compactMapValues(\.emptied)
    #expect(shown == [.speakers: SourceEmptied(here: 10, listed: 3)])
    var options = SyncOptions()
    options.acceptedRemovals = shown
    centre.answer(.speakers, records: [])
    centre.answer(.organizers, records: [])
    let more = try place.sync(from: centre.url, options)
    #expect(more.speakers.emptied == SourceEmptied(here: 10, listed: 0) && more.speakers.missing == 0)
    #expect(more.organizers.emptied != nil && more.organizers.missing == 0)
    centre.answer(.speakers, records: (0..<4).map { speaker($0, "Speaker \($0)") })
    let accepted = try place.sync(from: centre.url, options)
    #expect(accepted.speakers.emptied == nil && accepted.speakers.missing == 6)
    #expect(accepted.organizers.emptied != nil)
  }
}
