import EventModel
import Testing

@Suite("Reading what is typed into a field")
struct FieldReadingTests {
  @Test("A title is one clean line of up to 200 characters")
  func title() {
    #expect(readTitle("  Open \t day\u{1B} ") == .valid("Open day"))
    #expect(readTitle(" \n ") == .invalid("Title is missing: write what the event is called"))
    #expect(readTitle(String(repeating: "é", count: 200)).value != nil)
    #expect(
      readTitle(String(repeating: "é", count: 201)) == .invalid("Title is 201 characters long: at most 200"))
  }

  @Test("A line that may be empty is nothing then")
  func lines() {
    #expect(readLine("  ", for: .venue) == .valid(nil))
    #expect(readLine(" Great  Hall ", for: .venue) == .valid("Great Hall"))
    let long = String(repeating: "x", count: 501)
    #expect(readLine(long, for: .organizer) == .invalid("Organizer is 501 characters long: at most 500"))
  }

  @Test("A description keeps its lines")
  func description() {
    #expect(readDescription("One\r\n\tTwo\u{7}") == .valid("One\n\tTwo"))
    let long = String(repeating: "x", count: 100_001)
    #expect(readDescription(long) == .invalid("Description is 100001 characters long: at most 100000"))
  }

  @Test(
    "A capacity is a whole number, thousands apart or not",
    arguments: [
      ("", nil), (" 0 ", 0), ("120", 120), ("12,000", 12_000), ("12.000", 12_000), ("1 000 000", 1_000_000),
      ("1'000", 1000), ("0120", 120),
    ] as [(String, Int?)])
  func capacity(text: String, number: Int?) {
    #expect(readCapacity(text) == .valid(number))
  }

  @Test("What no capacity is", arguments: ["-1", "12,5", "1e3", "many", "1.5", ",", "١٢", "1,,000", "½", "+5"])
  func noCapacity(text: String) {
    let message = "'\(text)' is not a number of people: write a whole number, 0 to 1,000,000"
    #expect(readCapacity(text) == .invalid(message))
  }

  @Test("A capacity ends at a million", arguments: ["1000001", "1,000,001", "99999999999999999999"])
  func capacityTooLarge(text: String) {
    #expect(readCapacity(text) == .invalid("'\(text)' is more than Capacity allows: 0 to 1,000,000"))
  }

  @Test(
    "A link leads somewhere on the web",
    arguments: [
      "https://example.org", "http://example.org:8080/a?b=c#d", "HTTPS://EXAMPLE.ORG", "https://münchen.de/straße",
      "http://[::1]/", "http://localhost:5000/",
    ])
  func link(text: String) {
    #expect(readLink(text) == .valid(text))
  }

  @Test(
    "What is wrong with a link",
    arguments: [
      ("example.org", "needs http:// or https:// before it"),
      ("mailto:a@example.org", "needs http:// or https:// before it"),
      ("ftp://example.org", "needs http:// or https:// before it"),
      ("javascript://x%0aalert(1)", "needs http:// or https:// before it"),
      ("https://", "names no host: write for example https://example.org"),
      ("https:///a", "names no host: write for example https://example.org"),
      ("https://a b", "has a space in it: write %20 for each"),
      ("https://a:99999", "is not a web address: write for example https://example.org/programme"),
      ("https://a:18446744073709551616", "is not a web address: write for example https://example.org/programme"),
    ])
  func badLink(text: String, reason: String) {
    #expect(readLink(text) == .invalid("'\(text)' \(reason)"))
  }

  @Test("An empty link is none; a long one is too long")
  func linkLengths() {
    #expect(readLink(" ") == .valid(nil))
    let long = "https://example.org/" + String(repeating: "x", count: 500)
    #expect(readLink(long) == .invalid("Link is 520 characters long: at most 500"))
  }

  @Test(
    "A zone is known by its name, in any case, or by its place",
    arguments: [
      ("Europe/London", "Europe/London"), ("europe/london", "Europe/London"), (" london ", "Europe/London"),
      ("new york", "America/New_York"), ("utc", "UTC"), ("US/Eastern", "US/Eastern"), ("Etc/UTC", "Etc/UTC"),
      ("Asia/Calcutta", "Asia/Calcutta"), ("kolkata", "Asia/Kolkata"),
    ])
  func timeZone(text: String, name: String) {
    #expect(readTimeZone(text) == .valid(name))
  }

  @Test("What is wrong with a zone")
  func badTimeZone() {
    let advice = "is not a time zone: write an IANA name such as Europe/London"
    for text in ["Lodon", "GMT+2", "+02:00", "/", "Europe/", "🎉"] {
      #expect(readTimeZone(text) == .invalid("'\(text)' \(advice)"))
    }
    #expect(readTimeZone("") == .invalid("Time zone is missing: write an IANA name such as Europe/London"))
  }

  @Test("A status is one of three words")
  func status() {
    #expect(readStatus(" Confirmed ") == .valid(.confirmed))
    #expect(readStatus("maybe") == .invalid("'maybe' is not a status: write draft, confirmed or cancelled"))
  }

  @Test("Speakers are clean names, each there once")
  func speakers() {
    #expect(readSpeakers([" Ada  Lovelace ", "Alan Turing"]) == .valid(["Ada Lovelace", "Alan Turing"]))
    #expect(readSpeakers(["José", "Jose"]).value?.count == 2)
    // The same letter, composed and not.
    #expect(
      readSpeakers(["José", "JOSE\u{301}"]) == .invalid("'JOSE\u{301}' is among the speakers twice: take one away"))
    #expect(readSpeakers(["Ada", " "]) == .invalid("One speaker has no name: remove it"))
    let long = String(repeating: "x", count: 501)
    #expect(readSpeakers([long]) == .invalid("A speaker's name is 501 characters long: at most 500"))
  }
}
