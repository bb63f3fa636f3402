/// Why a text is not the one JSON document it should be.
public struct JSONSyntaxError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, without a full stop.
  public let message: String
  /// Where: how many bytes were read before it was noticed.
  public let offset: Int

  /// Makes an error from its parts.
  public init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// What is wrong and where.
  public var description: String { "\(message) (byte \(offset))" }
}
