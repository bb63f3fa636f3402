import EventModel
import HTTPTransport

/// Decides how often and when something that failed is tried again.
struct Patience {
  /// Something in the way that may be gone a little later.
  enum Obstacle: Equatable {
    /// The connection did not come about, or ended early.
    case connection
    /// Nothing came for too long.
    case timeout
    /// The Centre answered with a status that says "not now", perhaps for how long.
    case status(retryAfter: Duration?)
  }

  /// How often one address is asked at most.
  static let maximumTries = 4
  private static let firstPause = Duration.seconds(1)
  private static let longestPause = Duration.seconds(8)

  private var waitingLeft: Duration
  private var tries = 0
  private var timeouts = 0
  private let random: @Sendable () -> Double

  init(retryTime: Duration, random: @escaping @Sendable () -> Double) {
    waitingLeft = retryTime
    self.random = random
  }

  /// Begins with another address; what was waited before counts on.
  mutating func beginRequest() {
    tries = 0
    timeouts = 0
  }

  /// How long to wait before the next try; nil where there is to be none.
  ///
  /// - Parameters:
  ///   - obstacle: What stood in the way.
  ///   - spent: How long the try took. One in which nothing came was waiting as well: a Centre that hangs is not asked
  ///     again when all patience has gone into the first try.
  /// - Returns: The pause.
  mutating func pause(after obstacle: Obstacle, spent: Duration = .zero) -> Duration? {
    tries += 1
    if obstacle == .timeout {
      timeouts += 1
      waitingLeft -= spent
    }
    guard waitingLeft > .zero, timeouts < 2, tries < Self.maximumTries else { return nil }
    let pause = min(wanted(after: obstacle), waitingLeft)
    waitingLeft -= pause
    return pause
  }

  /// Any part of a pause that doubles each time, so that those who failed together do not come back together; or what
  /// the Centre asks for.
  private func wanted(after obstacle: Obstacle) -> Duration {
    // A time that is over is no wish: those who all came back at once would only be refused again.
    if case .status(let retryAfter?) = obstacle, retryAfter > .zero { return retryAfter }
    return min(Self.firstPause * (1 << (tries - 1)), Self.longestPause) * random()
  }
}

extension Patience.Obstacle {
  /// What stands in the way of a transfer; nil where trying again would not help.
  init?(_ error: HTTPClientError) {
    switch error.kind {
    case .couldNotResolve, .couldNotConnect, .endedEarly: self = .connection
    case .timedOut, .stalled: self = .timeout
    default: return nil
    }
  }

  /// What an answer's status says; nil where trying again would not help.
  init?(_ head: HTTPResponseHead, now: Instant) {
    guard [408, 429, 500, 502, 503, 504].contains(head.status) else { return nil }
    self = .status(retryAfter: Self.retryAfter(head, now: now))
  }

  /// What the Centre asks for, as seconds or as a date, which is compared with the Centre's own clock where it tells.
  private static func retryAfter(_ head: HTTPResponseHead, now: Instant) -> Duration? {
    guard let text = head.headers["Retry-After"] else { return nil }
    if let seconds = UInt32(text) { return .seconds(Int64(seconds)) }
    guard let until = Instant(httpDate: text) else { return nil }
    let from = head.headers["Date"].flatMap { Instant(httpDate: $0) } ?? now
    return .microseconds(until.microseconds - from.microseconds)
  }
}
