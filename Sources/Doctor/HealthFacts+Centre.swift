import CentreSync
import EventModel

extension HealthFacts {
  /// How far the clocks may differ before it is worth a word.
  private static let unremarkable: Int64 = 30
  /// How far they may differ before signed calls are refused.
  private static let tolerable: Int64 = 300

  /// The way to the Centre: its host, the connection, the encryption, the clocks.
  var connectionFindings: [Finding] {
    guard let first = centre.first else { return [] }
    guard case .unreachable(let obstacle, let sentence) = first.outcome else {
      return [
        Finding("host", ok: "the host of the Centre is known"),
        Finding("connection", ok: "the Centre takes connections"), encryptionFinding,
      ] + clockFindings
    }
    let problem = Finding(Self.check(obstacle), problem: sentence)
    switch obstacle {
    case .address, .host: return [problem]
    case .connection: return [Finding("host", ok: "the host of the Centre is known"), problem]
    case .encryption:
      return [
        Finding("host", ok: "the host of the Centre is known"),
        Finding("connection", ok: "the Centre takes connections"), problem,
      ]
    }
  }

  private static func check(_ obstacle: CentreAnswer.Obstacle) -> String {
    switch obstacle {
    case .address: "url"
    case .host: "host"
    case .connection: "connection"
    case .encryption: "encryption"
    }
  }

  private var encryptionFinding: Finding {
    if shownURL?.lowercased().hasPrefix("https://") == true {
      return Finding("encryption", ok: "the connection is encrypted, and the Centre's certificate is trusted")
    }
    guard isCentreHere else {
      return Finding(
        "encryption", warning: "the connection is not encrypted, so that the key can be read on the way",
        "use https, unless the network is yours")
    }
    return Finding("encryption", ok: "the connection is not encrypted, as is usual on one machine")
  }

  private var clockFindings: [Finding] {
    guard let answer = centre.first(where: { $0.clock != nil }), let clock = answer.clock else {
      // One that refuses everything is not asked for the time as well.
      guard centre.contains(where: { $0.outcome == .good }) else { return [] }
      return [Finding("clock", warning: "the Centre does not tell its time", "compare the clocks by hand")]
    }
    return [clockFinding(ahead: answer.receivedAt.seconds - clock.seconds)]
  }

  private func clockFinding(ahead difference: Int64) -> Finding {
    let seconds = abs(difference)
    let words = "the clock here is \(seconds) s \(difference < 0 ? "behind" : "ahead of") the Centre's"
    let step = "set both by a time server"
    if seconds <= Self.unremarkable { return Finding("clock", ok: "the clocks here and at the Centre agree") }
    if seconds > Self.tolerable, webhookSecret == .usable {
      return Finding("clock", problem: "\(words), so that its signed calls are refused", step)
    }
    return Finding("clock", warning: words, step)
  }

  /// What the Centre answers, address by address.
  var endpointFindings: [Finding] {
    centre.compactMap { answer in
      let name = answer.endpoint.rawValue
      switch answer.outcome {
      case .good: return Finding(name, ok: "/\(name) answers as it should")
      case .absent:
        return Finding(name, warning: "the Centre has no /\(name)", "nothing is lost, since the sync does without it")
      case .refused(let status):
        return Finding(
          name, warning: "/\(name) answers with status \(status)", "nothing is lost, since the sync does without it")
      case .flawed(let sentence) where answer.endpoint.isOptional:
        let problem = Finding(name, problem: sentence)
        return Finding(name, warning: problem.what, problem.step ?? "tell those who run the Centre")
      case .flawed(let sentence): return Finding(name, problem: sentence)
      // Said once, of the connection.
      case .unreachable: return answer == centre.first ? nil : Self.lost(answer)
      }
    }
  }

  private static func lost(_ answer: CentreAnswer) -> Finding? {
    guard case .unreachable(_, let sentence) = answer.outcome else { return nil }
    return Finding(answer.endpoint.rawValue, problem: sentence)
  }
}
