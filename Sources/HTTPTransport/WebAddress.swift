import CCurl

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An address taken apart by libcurl's own parser, so that what is checked is what will be asked for.
struct WebAddress {
  /// The whole address, as libcurl writes it.
  let text: String
  /// The address for messages: no user, password, query or fragment.
  let shown: String
  /// Whether what is sent is encrypted.
  let isEncrypted: Bool
  /// Whether the host is this machine.
  let isLoopback: Bool

  /// Reads an address and refuses what no request should be made to.
  init(parsing address: String) throws(HTTPClientError) {
    guard let parts = AddressParts(address), let scheme = parts[CURLUPART_SCHEME], let host = parts[CURLUPART_HOST],
      let text = parts[CURLUPART_URL], scheme == "http" || scheme == "https"
    else {
      let shown = Self.harmlessPart(of: address)
      throw HTTPClientError(.badAddress, "\"\(shown)\" is no web address; write it like https://centre.example.")
    }
    if parts[CURLUPART_USER] != nil || parts[CURLUPART_PASSWORD] != nil {
      throw HTTPClientError(
        .badAddress, "The address of \(host) holds a user name or a password; take them out, the key is sent apart.")
    }
    self.text = text
    self.shown = text.prefix { $0 != "?" && $0 != "#" }.description
    isEncrypted = scheme == "https"
    isLoopback = Self.isLoopback(host: host)
  }

  /// Whether a host is this machine: `localhost`, which libcurl never looks up elsewhere, 127.0.0.0/8 or ::1.
  static func isLoopback(host: String) -> Bool {
    if host.lowercased() == "localhost" { return true }
    var four = in_addr()
    if inet_pton(AF_INET, host, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
    var six = in6_addr()
    var own = in6addr_loopback
    guard inet_pton(AF_INET6, host.filter { $0 != "[" && $0 != "]" }, &six) == 1 else { return false }
    return memcmp(&six, &own, MemoryLayout<in6_addr>.size) == 0
  }

  /// As much of a text that is no address as may be shown: not what could be a password or a key.
  private static func harmlessPart(of text: String) -> String {
    let path = text.prefix { $0 != "?" && $0 != "#" }
    let tail = path.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return String(tail.unicodeScalars.prefix(100).filter { $0.properties.generalCategory != .control })
  }
}

/// Owns libcurl's parsed form of an address.
final class AddressParts {
  private let handle: OpaquePointer

  init?(_ text: String) {
    guard let handle = curl_url() else { return nil }
    self.handle = handle
    // A NUL would end the text early for C alone, and hide the rest from the checks.
    guard !text.utf8.contains(0), curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK else { return nil }
  }

  deinit {
    curl_url_cleanup(handle)
  }

  /// Goes where a reference leads to from here, and tells whether it leads anywhere.
  func follow(_ reference: String) -> Bool {
    !reference.utf8.contains(0) && curl_url_set(handle, CURLUPART_URL, reference, 0) == CURLUE_OK
  }

  /// The address as a whole, and whether it holds no user name or password; nil where it is none of the web.
  var target: (address: String, host: String, isAnonymous: Bool)? {
    guard let address = self[CURLUPART_URL], let host = self[CURLUPART_HOST],
      ["http", "https"].contains(self[CURLUPART_SCHEME]?.lowercased())
    else { return nil }
    return (address, host, self[CURLUPART_USER] == nil && self[CURLUPART_PASSWORD] == nil)
  }

  /// Scheme, host and port, the usual port where none is written.
  var origin: [String?] {
    [self[CURLUPART_SCHEME]?.lowercased(), self[CURLUPART_HOST]?.lowercased(), self[CURLUPART_PORT, usual: true]]
  }

  subscript(part: CURLUPart, usual usual: Bool = false) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(handle, part, &text, usual ? UInt32(CURLU_DEFAULT_PORT) : 0) == CURLUE_OK, let text else {
      return nil
    }
    defer { curl_free(text) }
    return String(cString: text)
  }
}
