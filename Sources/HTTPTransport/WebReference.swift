/// Where a reference in an answer leads to, seen from the address that was asked.
public struct WebReference: Equatable, Sendable {
  /// The whole address.
  public let address: String
  /// Its host.
  public let host: String
  /// Whether scheme, host and port are those of the address that was asked.
  public let isSameOrigin: Bool

  /// Follows a reference, whole or relative; nil where it leads to no web address.
  ///
  /// - Parameters:
  ///   - reference: What the answer holds, in a `Location` or a `Link`.
  ///   - base: The address that was asked.
  public init?(_ reference: String, from base: String) {
    guard let parts = AddressParts(base) else { return nil }
    let origin = parts.origin
    guard parts.follow(reference), let target = parts.target else { return nil }
    address = target.address
    host = target.host
    isSameOrigin = parts.origin == origin && target.isAnonymous
  }
}
