import COpenSSL

/// Whether two byte strings are the same, in a time that tells nothing of where they first differ.
///
/// The lengths are compared first; they are no secret.
public func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  left.count == right.count && (left.isEmpty || CRYPTO_memcmp(left, right, left.count) == 0)
}
