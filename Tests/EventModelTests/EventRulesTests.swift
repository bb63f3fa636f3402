import EventModel
import Testing

@Suite("The rules of an event")
struct EventRulesTests {
  /// An event that breaks no rule.
  private func details() throws -> EventDetails {
    EventDetails(
      title: "Accessibility in practice", starts: try instant("2026-11-24T14:00Z"),
      ends: try instant("2026-11-24T15:30Z"), timeZone: "Europe/London", venue: "Great Hall", city: "London",
      link: "https://example.org", capacity: 120, organizer: "City Library", sponsor: "Acme Trust",
      speakers: ["Ada Lovelace", "Alan Turing"], description: "Bring a friend.\n")
  }

  @Test("An event as people plan them breaks none")
  func good() throws {
    #expect(try details().problems().isEmpty)
    let start = try instant("2026-11-24T14:00Z")
    let least = EventDetails(title: "x", starts: start, ends: start.advanced(bySeconds: 60), timeZone: "US/Eastern")
    #expect(least.problems().isEmpty)
  }

  @Test("Everything wrong is said at once, in the order of the fields")
  func allAtOnce() throws {
    var details = try details()
    details.title = " "
    details.ends = try instant("2026-11-24T13:00Z")
    details.timeZone = "Europe/Lodon"
    details.city = String(repeating: "x", count: 501)
    details.link = "example.org"
    details.capacity = -1
    details.speakers = ["Ada Lovelace", "ada lovelace"]
    let problems = details.problems()
    #expect(problems.map(\.field) == [.title, .ends, .timeZone, .city, .link, .capacity, .speakers])
    #expect(
      problems.map(\.message) == [
        "Title is missing: write what the event is called",
        "End is before start: 2026-11-24 13:00 is not after 2026-11-24 14:00",
        "'Europe/Lodon' is not a time zone: write an IANA name such as Europe/London",
        "City is 501 characters long: at most 500",
        "'example.org' needs http:// or https:// before it",
        "'-1' is not a number of people: write a whole number, 0 to 1,000,000",
        "'ada lovelace' is among the speakers twice: take one away",
      ])
  }

  @Test("An event that ends as it starts is no event")
  func noLength() throws {
    var details = try details()
    details.ends = details.starts
    #expect(
      details.problems().map(\.message)
        == ["End is the same as start: 2026-11-24 14:00 is not after 2026-11-24 14:00"])
  }

  @Test("Every field has a label of its own")
  func labels() {
    #expect(Set(EventField.allCases.map(\.label)).count == EventField.allCases.count)
    #expect(EventField.timeZone.label == "Time zone")
  }
}
