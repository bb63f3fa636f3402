/// How long a transfer may take and how much it may bring.
public struct TransferLimits: Sendable {
  /// How long finding the host, connecting and agreeing on encryption may take together.
  public var connectTimeout: Duration = .seconds(10)
  /// How long an answer may bring next to nothing before it counts as stalled; whole seconds.
  public var stallTimeout: Duration = .seconds(30)
  /// The bytes a second below which an answer brings next to nothing: one now and then is no progress.
  public var minimumSpeed = 100
  /// The most bytes a body may have, counted after decompression.
  public var maximumBodyBytes: Int64 = 1 << 30
  /// How long an answer may take that does not announce its length.
  ///
  /// Nothing else tells a long answer from an endless one, and whoever waits for it should get a sentence within 40 s.
  public var maximumTimeWhenUnsized: Duration = .seconds(35)
  /// How much longer an answer of known length may be going to take, once that time is over.
  public var longestForeseeable: Duration = .seconds(1200)
  /// The most bytes all header fields together may have.
  public var maximumHeaderBytes = 256 * 1024

  /// Makes the limits that fit a catalogue fetched over the internet.
  public init() {}
}

extension Duration {
  /// The duration in whole milliseconds, at least one and at most a day.
  var boundedMilliseconds: Int {
    let day = Duration.seconds(86_400)
    let (seconds, attoseconds) = (self < .zero ? .zero : min(self, day)).components
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }

  /// The duration in whole seconds, rounded up, at least one and at most a day.
  var boundedSeconds: Int { (boundedMilliseconds + 999) / 1000 }
}
