import CentreSync
import EventModel
import EventStore
import TerminalKit
import Testing

@testable import Doctor

@Suite("What the doctor finds")
struct DoctorTests {
  @Test("Nothing is wrong where nothing is wrong, and each check is there once")
  func healthy() {
    let report = HealthReport(healthyFacts())
    #expect(report.isHealthy)
    #expect(report.findings.allSatisfy { $0.grade == .ok && $0.step == nil })
    #expect(
      report.findings.map(\.check) == [
        "settings-file", "preferences", "url", "key", "webhook", "host", "connection", "encryption", "clock",
        "speakers",
        "organizers", "sponsors", "events", "stats", "database", "integrity", "schema", "log", "permissions", "disk",
        "last-sync",
        "terminal", "size", "text", "colours",
      ])
    #expect(report.lines.first == "ok — /home/ada/.config/pivotal/env can be read by you alone")
  }

  @Test("A warning leaves it healthy, a problem does not")
  func grades() {
    var facts = healthyFacts()
    facts.terminal.isTerminal = false
    #expect(HealthReport(facts).isHealthy)
    facts.key = .unset
    #expect(!HealthReport(facts).isHealthy)
  }

  @Test("What is not configured is named, with the variable to set")
  func unset() {
    let found = complaints {
      $0.url = .unset
      $0.key = .unset
      $0.webhookSecret = .unset
      $0.settingsFile = .unset
      $0.centre = []
    }
    #expect(
      found == [
        "problem — RESOURCES_CENTRE_URL is not set — set it to the address of your Resources Centre, or try Pivotal "
          + "with `pivotal demo`",
        "problem — RESOURCES_CENTRE_API_KEY is not set — set it to the key that the Centre gave you",
      ])
  }

  @Test("A flaw's sentence is taken apart into what is wrong and what to do")
  func flawed() {
    #expect(
      complaints { $0.settingsFile = .flawed("Others can read /a/env, which may hold a key: run `chmod 600 /a/env`.") }
        == ["problem — Others can read /a/env, which may hold a key — run `chmod 600 /a/env`"])
    #expect(
      complaints { $0.url = .flawed("RESOURCES_CENTRE_URL is no web address; write it like https://centre.example.") }
        == ["problem — RESOURCES_CENTRE_URL is no web address — write it like https://centre.example"])
    #expect(complaints { $0.authority = .flawed("It is wrong; mend it.") } == ["problem — It is wrong — mend it"])
    #expect(line("authority") { $0.authority = .usable }?.hasPrefix("ok") == true)
    #expect(
      complaints { $0.preferences = .flawed("Line 3 of /a/config is wrong: correct it.") }
        == ["problem — Line 3 of /a/config is wrong — correct it"])
    #expect(complaints { $0.key = .flawed("Odd") } == ["problem — Odd — read the guide to the sync"])
  }

  @Test(
    "What is in the way to the Centre is said once, with what is known to be well before it",
    arguments: [
      (CentreAnswer.Obstacle.address, [""]), (.host, [""]), (.connection, ["host"]),
      (.encryption, ["host", "connection"]),
    ])
  func unreachable(_ obstacle: CentreAnswer.Obstacle, _ before: [String]) {
    var facts = healthyFacts()
    facts.centre = [answer(.speakers, .unreachable(obstacle, "Nobody is there; go and look."), clock: nil)]
    let findings = HealthReport(facts).findings
    #expect(findings.filter { $0.grade != .ok }.map(\.line) == ["problem — Nobody is there — go and look"])
    let passed = ["host", "connection"].filter { check in findings.contains { $0.check == check && $0.grade == .ok } }
    #expect(passed == before.filter { !$0.isEmpty })
    #expect(!findings.contains { ["clock", "speakers", "organizers"].contains($0.check) })
  }

  @Test("A Centre that goes away in between is said where it went")
  func lost() {
    let found = complaints {
      $0.centre = [answer(.speakers), answer(.organizers, .unreachable(.connection, "Nothing answers; look."))]
    }
    #expect(found == ["problem — Nothing answers — look"])
  }

  @Test("An address that answers badly is a problem, one that the sync can do without is not")
  func endpoints() {
    let found = complaints {
      $0.centre = [
        answer(.speakers, .flawed("The key is unknown; check it.")), answer(.organizers),
        answer(.events, .absent), answer(.stats, .refused(500)),
      ]
    }
    #expect(
      found == [
        "problem — The key is unknown — check it",
        "warning — the Centre has no /events — nothing is lost, since the sync does without it",
        "warning — /stats answers with status 500 — nothing is lost, since the sync does without it",
      ])
    #expect(
      complaints { $0.centre = [answer(.stats, .flawed("No JSON; tell them."))] } == ["warning — No JSON — tell them"])
  }

  @Test("The clocks are compared, and matter more where calls are signed")
  func clocks() {
    func clock(_ seconds: Int64, secret: HealthFacts.Setting = .usable) -> String? {
      line("clock") {
        $0.webhookSecret = secret
        $0.centre = [answer(.speakers, clock: noon, at: noon.advanced(bySeconds: seconds))]
      }
    }
    #expect(clock(30)?.hasPrefix("ok") == true)
    #expect(clock(-31) == "warning — the clock here is 31 s behind the Centre's — set both by a time server")
    #expect(
      clock(301)
        == "problem — the clock here is 301 s ahead of the Centre's, so that its signed calls are refused — set both "
        + "by a time server")
    #expect(clock(301, secret: .unset)?.hasPrefix("warning") == true)
    #expect(line("clock") { $0.centre = [answer(.speakers, clock: nil)] }?.contains("does not tell its time") == true)
    #expect(line("clock") { $0.centre = [answer(.speakers, .flawed("No; no."), clock: nil)] } == nil)
  }

  @Test("Plain http is usual on one machine, and a danger to the key between two")
  func plain() {
    let here = line("encryption") {
      $0.shownURL = "http://127.0.0.1:5000"
      $0.isCentreHere = true
    }
    #expect(here == "ok — the connection is not encrypted, as is usual on one machine")
    #expect(
      complaints { $0.shownURL = "http://centre.example" } == [
        "warning — the connection is not encrypted, so that the key can be read on the way — use https, unless the "
          + "network is yours"
      ])
    #expect(line("encryption")?.contains("trusted") == true)
  }

  @Test("No line holds more than one line, whatever the database says")
  func oneLine() {
    let found = complaints { $0.changeContents { $0.damage = ["row 1\nmissing\u{1B}[2J"] } }
    #expect(found == ["problem — the database is damaged (row 1 missing[2J) — put a backup in its place"])
  }

  @Test("As JSON it has the same findings for programs")
  func json() {
    var facts = healthyFacts()
    facts.key = .unset
    let json = HealthReport(facts).json()
    #expect(json.hasPrefix(#"{"healthy":false,"findings":[{"check":"settings-file","grade":"ok","what":"#))
    #expect(
      json.contains(
        #"{"check":"key","grade":"problem","what":"RESOURCES_CENTRE_API_KEY is not set","#
          + #""next_step":"set it to the key that the Centre gave you"}"#))
    #expect(json.contains(#""what":"the database is undamaged","next_step":null}"#))
  }
}
