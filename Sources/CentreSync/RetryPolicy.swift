import EventModel
import HTTPTransport

/// Decides how often and when something that failed is tried again.
struct RetryPolicy {
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
  /// How long a Centre that only hangs is waited for altogether, whatever it is doing.
  static let longestHang = Duration.seconds(40)
  private static let firstPause = Duration.seconds(1)
  private static let longestPause = Duration.seconds(8)
  /// What a limit may be overrun by, since silence is looked for once a second.
  private static let margin = Duration.seconds(1)

  private var waitingLeft: Duration
  private var tries = 0
  private var timeouts = 0
  /// How long has been tried and waited since the request began.
  private var elapsed = Duration.zero
  /// How long the try after a timeout may take; nil before that.
  private var timeForLastTry: Duration?
  private let random: @Sendable () -> Double

  init(retryTime: Duration, random: @escaping @Sendable () -> Double) {
    waitingLeft = retryTime
    self.random = random
  }

  /// Begins with another address; what was waited before counts on.
  mutating func beginRequest() {
    tries = 0
    timeouts = 0
    elapsed = .zero
    timeForLastTry = nil
  }

  /// How long to wait before the next try; nil where there is to be none.
  ///
  /// - Parameters:
  ///   - obstacle: What stood in the way.
  ///   - spent: How long the try took.
  /// - Returns: The pause.
  mutating func pause(after obstacle: Obstacle, spent: Duration = .zero) -> Duration? {
    tries += 1
    elapsed += spent
    if obstacle == .timeout { timeouts += 1 }
    guard waitingLeft > .zero, timeouts < 2, tries < Self.maximumTries else { return nil }
    var pause = min(wanted(after: obstacle), waitingLeft)
    if obstacle == .timeout {
      pause = min(pause, Self.firstPause)
      guard let time = timeForTry(after: pause) else { return nil }
      timeForLastTry = time
    }
    waitingLeft -= pause
    elapsed += pause
    return pause
  }

  /// The limits of the next try: once a Centre has hung it gets one more, in what time is left for that.
  func limits(within usual: TransferLimits) -> TransferLimits {
    guard let time = timeForLastTry else { return usual }
    var limits = usual
    let (seconds, half) = (time.components.seconds, time.components.seconds / 2)
    limits.connectTimeout = min(usual.connectTimeout, .seconds(half))
    limits.stallTimeout = min(usual.stallTimeout, .seconds(seconds - half))
    return limits
  }

  /// How long one more try may take after a pause, so that a Centre that hangs again ends in time; nil where that would
  /// be too short to be of use, or where all the time is over, as after an answer that came for long and then broke off:
  /// the next sync asks for that again.
  private func timeForTry(after pause: Duration) -> Duration? {
    let left = Self.longestHang - Self.margin - elapsed - pause
    return left < .seconds(2) ? nil : left
  }

  /// Any part of a pause that doubles each time, so that those who failed together do not come back together; or what
  /// the Centre asks for.
  private func wanted(after obstacle: Obstacle) -> Duration {
    // A time that is over is no wish: those who all came back at once would only be refused again.
    if case .status(let retryAfter?) = obstacle, retryAfter > .zero { return retryAfter }
    return min(Self.firstPause * (1 << (tries - 1)), Self.longestPause) * random()
  }
}

extension RetryPolicy.Obstacle {
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
