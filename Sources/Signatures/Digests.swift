import COpenSSL

/// How many bytes a SHA-256 has, and an HMAC made with it.
public let sha256ByteCount = 32

/// The SHA-256 of some bytes, by FIPS 180-4.
public func sha256(_ bytes: [UInt8]) -> [UInt8] {
  filled(sha256ByteCount) { SHA256(bytes, bytes.count, $0) != nil }
}

/// The HMAC-SHA256 of some bytes under a key, by RFC 2104.
public func hmacSHA256(_ bytes: [UInt8], key: [UInt8]) -> [UInt8] {
  // A null pointer would mean the key of the call before, and an empty array may have one.
  let anyKey = key.isEmpty ? [0] : key
  return filled(sha256ByteCount) { code in
    HMAC(EVP_sha256(), anyKey, Int32(clamping: key.count), bytes, bytes.count, code, nil) != nil
  }
}

/// Bytes that nobody can foresee, for secrets and keys.
public func secureRandomBytes(_ count: Int) -> [UInt8] {
  filled(max(count, 0)) { RAND_bytes($0, Int32(clamping: count)) == 1 }
}

/// Fills bytes with what a function of the library gives.
///
/// These functions fail only where the library itself is broken. To go on then would be to trust a digest of zeros, so
/// the program ends.
private func filled(_ count: Int, by fill: (UnsafeMutablePointer<UInt8>?) -> Bool) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  let isFilled = count == 0 || bytes.withUnsafeMutableBufferPointer { fill($0.baseAddress) }
  precondition(isFilled, "OpenSSL's libcrypto does not work; repair its installation.")
  return bytes
}
