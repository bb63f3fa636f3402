import EventModel
import HTTPTransport

/// What can be asked of a Resources Centre.
public enum CentreEndpoint: String, CaseIterable, Sendable {
  /// The collections that the sync reads.
  case speakers, organizers, sponsors
  /// What the sync can do without.
  case events, stats

  /// Whether a Centre may do without it.
  public var isOptional: Bool { self == .events || self == .stats }
}

/// What a Resources Centre answered, or why it did not.
public struct CentreAnswer: Equatable, Sendable {
  /// What stood between us and the Centre.
  public enum Obstacle: Sendable {
    /// The address itself is not one to ask.
    case address
    /// The host has no address.
    case host
    /// Nobody took the connection.
    case connection
    /// The encryption is none to trust.
    case encryption
  }

  /// What became of the question.
  public enum Outcome: Equatable, Sendable {
    /// The answer begins as it should.
    case good
    /// There is nothing at the address; only for what a Centre may do without.
    case absent
    /// It was refused, with a status; only for what a Centre may do without.
    case refused(Int)
    /// It was answered, but not as it should be; the sentence says how, and the next step.
    case flawed(String)
    /// There was no answer; the sentence says why, and the next step.
    case unreachable(Obstacle, String)
  }

  /// What was asked for.
  public let endpoint: CentreEndpoint
  /// What became of it.
  public let outcome: Outcome
  /// The Centre's clock, where it tells.
  public let clock: Instant?
  /// Our clock when the answer came.
  public let receivedAt: Instant

  /// Makes an answer from its parts.
  public init(endpoint: CentreEndpoint, outcome: Outcome, clock: Instant?, receivedAt: Instant) {
    self.endpoint = endpoint
    self.outcome = outcome
    self.clock = clock
    self.receivedAt = receivedAt
  }
}

extension CentreAnswer.Obstacle {
  /// What kept a transfer from reaching the Centre; nil where it did.
  init?(_ kind: HTTPClientError.Kind) {
    switch kind {
    case .badAddress, .badHeader, .insecure: self = .address
    case .couldNotResolve: self = .host
    case .couldNotConnect, .timedOut: self = .connection
    case .tls: self = .encryption
    case .endless, .stalled, .endedEarly, .tooLarge, .badAnswer, .cancelled, .other: return nil
    }
  }
}
