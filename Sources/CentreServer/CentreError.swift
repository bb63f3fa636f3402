/// Why the Resources Centre cannot serve, in one plain sentence.
public struct CentreError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, where, and the next step.
  public let message: String

  /// Makes an error from its sentence.
  public init(_ message: String) {
    self.message = message
  }

  /// The sentence.
  public var description: String { message }
}
