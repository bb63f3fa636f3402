import JSONStream

/// What all checks have found, in the order in which to look at it.
public struct HealthReport: Sendable {
  /// The findings.
  public let findings: [Finding]

  /// Draws the findings from the facts.
  public init(_ facts: HealthFacts) {
    findings =
      facts.settingsFindings + facts.connectionFindings + facts.endpointFindings + facts.storageFindings
      + facts.syncFindings + facts.terminalFindings
  }

  /// Whether nothing is a problem.
  public var isHealthy: Bool { !findings.contains { $0.grade == .problem } }

  /// A line for each finding.
  public var lines: [String] { findings.map(\.line) }

  /// The findings as the JSON that `pivotal doctor --json` prints, on one line.
  public func json() -> String {
    let writer = JSONWriter()
    writer.beginObject()
    writer.key("healthy")
    writer.bool(isHealthy)
    writer.key("findings")
    writer.beginArray()
    for finding in findings {
      writer.beginObject()
      writer.key("check")
      writer.string(finding.check)
      writer.key("grade")
      writer.string(finding.grade.rawValue)
      writer.key("what")
      writer.string(finding.what)
      writer.key("next_step")
      if let step = finding.step { writer.string(step) } else { writer.null() }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.text
  }
}
