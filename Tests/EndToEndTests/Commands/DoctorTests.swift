import Foundation
import TestSupport
import Testing

/// `pivotal doctor` on a machine where something is wrong, or nothing.
@Suite struct DoctorProgramTests {
  @Test func `With a Centre and a database all is well`() throws {
    let work = try Workplace(try CentreProgram("--demo"))
    #expect(try work.pivotal("sync").status == 0)
    let result = try work.pivotal("doctor")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.errors.isEmpty)
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains("ok — /speakers answers as it should"))
    #expect(lines.contains("ok — the clocks here and at the Centre agree"))
    #expect(lines.contains("ok — the database is undamaged"))
    #expect(
      lines.filter { !$0.hasPrefix("ok — ") } == [
        "warning — this runs without a terminal — run the editor from one; the rest needs none"
      ])
  }

  @Test func `With nothing configured it says what to set, and makes no database`() throws {
    let work = try Workplace()
    let result = try work.pivotal("doctor")
    #expect(result.status == 1)
    #expect(result.output.contains("problem — RESOURCES_CENTRE_URL is not set — set it to"))
    #expect(!FileManager.default.fileExists(atPath: work.files.path("pivotal.db")))
  }

  @Test func `A key that the Centre does not know is a problem, and is not shown`() throws {
    let work = try Workplace(try CentreProgram("--demo"))
    work.environment["RESOURCES_CENTRE_API_KEY"] = FaultyCentre.key
    work.environment["RESOURCES_CENTRE_WEBHOOK_SECRET"] = "whsec_bm90IGxvbmcgZW5vdWdo"
    for options in [[], ["--json"]] {
      let result = try work.pivotal(["doctor"] + options)
      #expect(result.status == 1)
      #expect(result.output.contains("status 401"))
      #expect(result.output.contains("RESOURCES_CENTRE_WEBHOOK_SECRET holds 15 bytes"))
      #expect(!result.everything.contains(FaultyCentre.key) && !result.everything.contains("bm90IGxv"))
    }
  }

  @Test func `A file of variables that others can read does not keep it from looking at the rest`() throws {
    let work = try Workplace()
    work.environment["XDG_CONFIG_HOME"] = work.files.url.path
    try FileManager.default.createDirectory(atPath: work.files.path("pivotal"), withIntermediateDirectories: true)
    let file = try work.files.write("RESOURCES_CENTRE_API_KEY=\(FaultyCentre.key)\n", to: "pivotal/env")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let result = try work.pivotal("doctor")
    #expect(result.status == 1)
    #expect(result.output.contains("problem — Others can read \(file), which may hold a key — run `chmod 600 \(file)`"))
    #expect(result.output.contains("pivotal.db is not there yet"))
    #expect(!result.everything.contains(FaultyCentre.key))
  }

  @Test func `As JSON it is one line of valid JSON`() throws {
    let result = try Workplace().pivotal("doctor", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(object?["healthy"] as? Bool == false)
    let findings = object?["findings"] as? [[String: Any]] ?? []
    #expect(findings.count > 5)
    for finding in findings { #expect(Set(finding.keys) == ["check", "grade", "what", "next_step"]) }
  }

  @Test func `In a terminal it tells of that`() throws {
    let screen = try Workplace().editor("doctor", columns: 120, rows: 40)
    #expect(try screen.waitForExit() == 1)
    try screen.waitFor("the terminal type tmux-256color shows full screens", "120 columns and 40 rows", "256 colours")
  }
}
