import EventEditor
import Foundation
import Testing

@Suite("The page of keys")
struct KeyDocumentTests {
  private let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Assets/docs/keys.md")

  /// With `RECORD_SNAPSHOTS=1` the page is written anew, and the test fails so that nobody mistakes that for a check.
  @Test func isMadeFromTheKeyTableAndUpToDate() throws {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try KeyDocument.markdown.write(to: page, atomically: true, encoding: .utf8)
      Issue.record("Assets/docs/keys.md was written anew: look at it and commit it")
    }
    let written = try String(contentsOf: page, encoding: .utf8)
    #expect(written == KeyDocument.markdown, "run RECORD_SNAPSHOTS=1 swift test --filter KeyDocumentTests")
  }
}
