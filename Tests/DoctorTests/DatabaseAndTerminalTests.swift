import EventModel
import EventStore
import TerminalKit
import Testing

@testable import Doctor

@Suite("What the doctor finds of the database")
struct DatabaseFindingTests {
  @Test("One that is not there yet is well, where it can be made")
  func missing() {
    #expect(complaints { $0.storage = StorageInspection(path: "/a/b.db", state: .missing, freeBytes: 1 << 40) } == [])
    #expect(
      complaints {
        $0.storage = StorageInspection(path: "/a/b.db", state: .missing, isWritable: false, freeBytes: 1 << 40)
      } == [
        "problem — /a/b.db is not there and cannot be made — set PIVOTAL_DATABASE to a path that can be written"
      ])
  }

  @Test("Another program's is left alone, and nothing more is said of it")
  func foreign() {
    #expect(
      complaints { $0.storage.state = .unusable("/a is not ours; set another.") } == [
        "problem — /a is not ours — set another"
      ])
    #expect(line("schema") { $0.storage.state = .unusable("/a is not ours; set another.") } == nil)
  }

  @Test("An older schema is brought up by the next start, and its syncs are not looked at before")
  func behind() {
    #expect(
      line("schema") { $0.changeContents { $0.steps = 2 } }
        == "ok — its schema is at step 2 of 3; the next start brings it up")
    #expect(line("last-sync") { $0.changeContents { $0.steps = 2 } } == nil)
  }

  @Test("Room, permissions and the log are looked at")
  func surroundings() {
    #expect(complaints { $0.storage.freeBytes = 99 << 20 } == ["warning — its disk has 99 MB free — make room soon"])
    #expect(
      complaints { $0.storage.freeBytes = 0 } == [
        "problem — its disk has 0 MB free — make room before anything is saved"
      ])
    #expect(complaints { $0.storage.freeBytes = nil }.first?.contains("df") == true)
    #expect(complaints { $0.storage.permissions = 0o660 } == [])
    #expect(
      complaints { $0.storage.permissions = 0o644 } == [
        "warning — everybody on this machine can read it — run `chmod o= /data/pivotal.db`"
      ])
    #expect(complaints { $0.storage.isWritable = false }.first?.hasPrefix("problem — the database or its dir") == true)
    #expect(
      complaints { $0.storage.logBytes = 257 << 20 }.first?.hasPrefix("warning — its log has grown to 257 MB") == true)
    #expect(complaints { $0.storage.logBytes = 70 << 20 } == [])
    #expect(complaints { $0.changeContents { $0.hasLog = false } }.first?.contains("no write-ahead log") == true)
  }

  private func sync(_ age: Int64, failure: String? = nil) -> String? {
    var outcome = SyncOutcome()
    outcome.failure = failure
    let time = noon.advanced(bySeconds: -age)
    let run = SyncRun(startedAt: time, finishedAt: time, source: "", outcomes: [.speakers: outcome])
    return line("last-sync") { $0.changeContents { $0.lastRun = run } }
  }

  @Test("A sync that asked about removals is a warning")
  func emptied() {
    var outcome = SyncOutcome()
    outcome.emptied = SourceEmptied(here: 13_062, listed: 3)
    let run = SyncRun(startedAt: noon, finishedAt: noon, source: "", outcomes: [.speakers: outcome])
    #expect(
      line("last-sync") { $0.changeContents { $0.lastRun = run } }
        == "warning — the last sync ended 0 seconds ago: The Resources Centre lists 3 of the 13,062 speakers here, so none "
        + "was marked as gone — look at the Centre, or accept that with `pivotal sync --accept-removals`")
  }

  @Test("A failure is told also where another collection was asked about")
  func emptiedAndFailed() {
    var (emptied, failed) = (SyncOutcome(), SyncOutcome())
    emptied.emptied = SourceEmptied(here: 100, listed: 3)
    failed.failure = "It is down."
    let run = SyncRun(
      startedAt: noon, finishedAt: noon, source: "", outcomes: [.speakers: emptied, .sponsors: failed])
    let found = complaints { $0.changeContents { $0.lastRun = run } }
    #expect(found.count == 2)
    #expect(found.first?.contains("Sync completed with errors — run `pivotal sync --history`") == true)
    #expect(found.last?.contains("lists 3 of the 100 speakers here") == true)
  }

  @Test("The last sync is told with its age, and what to do where it is old, failed or not there")
  func lastSync() {
    #expect(line("last-sync") == "ok — the last sync ended 3 hours ago, without errors")
    #expect(sync(1) == "ok — the last sync ended 1 second ago, without errors")
    #expect(sync(119)?.contains("119 seconds") == true)
    #expect(sync(7 * 86_400)?.hasPrefix("ok — the last sync ended 7 days ago") == true)
    #expect(sync(8 * 86_400)?.hasPrefix("warning — the last sync ended 8 days ago — run `pivotal sync`") == true)
    #expect(sync(-50)?.contains("0 seconds") == true)
    #expect(
      sync(60, failure: "It is down.")
        == "warning — the last sync ended 60 seconds ago: Sync failed — run `pivotal sync --history` to see what went "
        + "wrong")
    #expect(
      line("last-sync") { $0.changeContents { $0.lastRun = nil } }
        == "warning — nothing has been synced yet — run `pivotal sync`")
  }
}

@Suite("What the doctor finds of the terminal")
struct TerminalFindingTests {
  @Test("One that cannot show the editor is told from none at all")
  func type() {
    #expect(complaints { $0.terminal.canShowScreens = false }.first?.hasPrefix("problem — the terminal type") == true)
    let none = complaints {
      $0.terminal.isTerminal = false
      $0.terminal.size = nil
    }
    #expect(none == ["warning — this runs without a terminal — run the editor from one; the rest needs none"])
  }

  @Test(
    "A small one is said to be small",
    arguments: [(39, 24, "40 by 10"), (80, 9, "40 by 10"), (79, 24, "80 by 24"), (80, 23, "80 by 24"), (80, 24, nil)])
  func size(_ width: Int, _ height: Int, _ advice: String?) {
    let found = complaints { $0.terminal.size = Size(width: width, height: height) }
    #expect(found.count == (advice == nil ? 0 : 1))
    #expect(advice.map { found.first?.contains($0) == true } ?? true)
  }

  @Test("What it can show of text and colours is told")
  func shows() {
    #expect(complaints { $0.terminal.isUnicode = false }.first?.contains("set LANG") == true)
    #expect(line("colours")?.contains("256") == true)
    #expect(line("colours") { $0.terminal.isColorless = true }?.contains("NO_COLOR") == true)
    #expect(line("colours") { $0.terminal.colors = 0 } == "ok — the terminal has no colours")
  }
}
