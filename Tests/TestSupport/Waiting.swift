import Foundation

/// What went wrong in a helper of the tests, said so that the test's report explains itself.
public struct TestFailure: Error, CustomStringConvertible {
  /// The whole explanation; may have several lines.
  public let description: String

  /// Makes a failure with its explanation.
  public init(_ description: String) {
    self.description = description
  }
}

/// Asks again and again whether something has come true, for at most the given time.
///
/// - Parameters:
///   - limit: How long to ask.
///   - pause: The seconds between two times.
///   - condition: What is to come true.
/// - Returns: Whether it has.
public func isMet(
  within limit: Duration, every pause: TimeInterval = 0.01, _ condition: () throws -> Bool
) rethrows -> Bool {
  let deadline = ContinuousClock.now + limit
  while try !condition() {
    guard ContinuousClock.now < deadline else { return false }
    Thread.sleep(forTimeInterval: pause)
  }
  return true
}
