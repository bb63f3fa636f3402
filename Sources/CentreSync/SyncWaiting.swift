import Foundation

/// How the sync waits between one try and the next; a test puts its own in place.
public struct SyncWaiting: Sendable {
  /// A number from 0 up to but not including 1.
  public var random: @Sendable () -> Double
  /// Lets the time pass, on the calling thread; comes back early once the answer to the question is yes.
  public var wait: @Sendable (Duration, _ isCancelled: () -> Bool) -> Void

  /// Makes a way of waiting.
  public init(
    random: @escaping @Sendable () -> Double, wait: @escaping @Sendable (Duration, _ isCancelled: () -> Bool) -> Void
  ) {
    self.random = random
    self.wait = wait
  }

  /// A time that is some earlier or later than the given one, by a tenth at most, so that all who began together do not ask
  /// together.
  public func spread(_ interval: Duration) -> Duration { interval * (0.9 + 0.2 * random()) }

  /// The system's chance and time.
  public static let system = SyncWaiting(
    random: { Double.random(in: 0..<1) },
    wait: { duration, isCancelled in
      let end = ContinuousClock.now + duration
      while !isCancelled(), case let left = ContinuousClock.now.duration(to: end), left > .zero {
        Thread.sleep(forTimeInterval: min(left / .seconds(1), 0.05))
      }
    })
}
