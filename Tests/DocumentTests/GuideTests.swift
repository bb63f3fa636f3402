import Foundation
import Testing

/// The guide to the sync explains what the programs say; a message that is missing there fails these tests.
@Suite struct GuideTests {
  /// Where the messages are that people see of a sync.
  private static let sources = [
    "Sources/CentreSync/CollectionFailure.swift", "Sources/CentreSync/CollectionFailure+Status.swift",
    "Sources/CentreSync/CollectionFetch.swift", "Sources/CentreSync/APIKey.swift",
    "Sources/CentreSync/RecordParser.swift", "Sources/CentreSync/Intake.swift",
    "Sources/CentreSync/CollectionReader.swift",
    "Sources/EventModel/SyncRun.swift", "Sources/EventModel/SyncRun+Summary.swift",
    "Sources/EventModel/SyncOutcome+Notes.swift", "Sources/EventModel/SyncRun+Line.swift",
    "Sources/HTTPTransport/HTTPClientError+Curl.swift",
    "Sources/HTTPTransport/HTTPClient.swift", "Sources/HTTPTransport/WebAddress.swift",
    "Sources/EventStore/StorageError.swift", "Sources/EventStore/SQLite/SyncLock.swift",
    "Sources/EventStore/SQLite/StorageError+SQLite.swift",
    "Sources/SQLiteKit/DatabaseError.swift", "Sources/SQLiteKit/DatabaseFile.swift",
    "Sources/Signatures/WebhookRefusal.swift", "Sources/EventAPI/APIService.swift",
  ]

  /// What is in those files and is no message.
  private static let others: Set = ["StandardWebhooks realm=\"Pivotal", "SQLite format 3\\0"]

  @Test(arguments: sources) func `Every message of a source is in the guide`(_ source: String) throws {
    let guide = Self.plain(try Documents.text("Assets/docs/resources-centre-sync-guide.md"))
    let phrases = try SourceTexts(Documents.text(source)).phrases.map(Self.plain).filter { !Self.others.contains($0) }
    #expect(!phrases.isEmpty, "\(source) holds no message")
    for phrase in phrases { #expect(guide.contains(phrase), "the guide does not explain: \(phrase)") }
  }

  @Test func `Pages link to files that are there`() throws {
    for page in ["resources-centre-sync-guide.md", "resources-centre-api-spec.md"] {
      let text = try Documents.text("Assets/docs/\(page)")
      let links = text.matches(of: /\]\(([^)#:]+)\)/).map { String($0.1) }
      #expect(!links.isEmpty)
      for link in links {
        let file = Documents.root.appendingPathComponent("Assets/docs/\(link)")
        #expect(FileManager.default.fileExists(atPath: file.path), "\(page): \(link)")
      }
    }
  }

  @Test func `The specification names every member, header and status of the description`() throws {
    let page = try Documents.text("Assets/docs/resources-centre-api-spec.md")
    let centre = try CentreDescription()
    var words = centre.paths.map { $0.replacing("/api/v1", with: "") }
    words += centre.everything().flatMap { ($0.value["properties"]?.members ?? []).map(\.key) }
    words += centre.everything().filter { $0.place.contains("/responses/") }
      .flatMap { ($0.value["headers"]?.members ?? []).map(\.key) }
    words += centre.paths.flatMap { centre.statuses($0).map(String.init) }
    for word in Set(words).subtracting(["Cache-Control", "Vary", "Content-Encoding"]) {
      #expect(page.contains(word), "\(word)")
    }
  }

  @Test func `Phrases are what stands between the values that are put in`() {
    let source = """
      // "not this one"
      let a = "The host of \\(shown) cannot be found; \\(f("x y")) check it."
      let b = \"\"\"
        It is long and \\
        goes on.
        \"\"\"
      """
    #expect(SourceTexts(source).phrases == ["The host of", "cannot be found", "check it", "It is long and goes on"])
  }

  /// The text without what marks it up, on one line.
  private static func plain(_ text: String) -> String {
    let unmarked = text.replacing("`", with: "").replacing("**", with: "").replacing("\\\"", with: "\"")
    return unmarked.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The texts that stand in a Swift source, cut where values are put into them.
private struct SourceTexts {
  /// The pieces of at least two words, without the punctuation at their ends.
  let phrases: [String]

  init(_ source: String) {
    let code = source.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
    let nested = #"\\\((?:[^()]|\([^()]*\))*\)"#
    let literal = "\"\"\"(?s:.*?)\"\"\"|\"(?:\(nested)|\\\\[^(]|[^\"\\\\\\n])*\""
    let edges = CharacterSet(charactersIn: " ;,.:()\n\"")
    phrases = Self.matches(literal, in: code).flatMap { text in
      // Of a text with a value in it only the words around are fixed; a line that is broken goes on.
      let joined = text.replacing("\\\n", with: " ").replacing("\\\"", with: "\"")
      return Self.pieces(of: joined, cutAt: "\(nested)|; ")
        .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ").trimmingCharacters(in: edges) }
        .filter { $0.contains(" ") && $0.count >= 8 }
    }
  }

  private static func matches(_ pattern: String, in text: String) -> [String] {
    ranges(pattern, text).map { String(text[$0]) }
  }

  private static func pieces(of text: String, cutAt pattern: String) -> [String] {
    var pieces: [String] = []
    var start = text.startIndex
    for range in ranges(pattern, text) {
      pieces.append(String(text[start..<range.lowerBound]))
      start = range.upperBound
    }
    return pieces + [String(text[start...])]
  }

  private static func ranges(_ pattern: String, _ text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var start = text.startIndex
    while let range = text.range(of: pattern, options: .regularExpression, range: start..<text.endIndex) {
      found.append(range)
      start = range.upperBound
    }
    return found
  }
}
