import CMicrohttpd

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One of the library's calls about a request; valid only until it returns.
struct RequestCall {
  let connection: OpaquePointer
  let url: UnsafePointer<CChar>
  let method: UnsafePointer<CChar>

  /// The value of a header field, or nil.
  func header(_ name: String) -> String? {
    MHD_lookup_connection_value(connection, .HEADER_KIND, name).map { String(cString: $0) }
  }

  /// The whole request, or nil where its address does not decode to text.
  func request(body: [UInt8]) -> HTTPRequest? {
    guard let path = decoded(String(cString: url)) else { return nil }
    var query: [(name: String, value: String)] = []
    for (name, value) in values(.GET_ARGUMENT_KIND) {
      guard let name = decoded(name), let value = decoded(value) else { return nil }
      query.append((name, value))
    }
    let method = String(cString: method)
    return HTTPRequest(
      method: method == "HEAD" ? "GET" : method, path: path, query: query,
      headers: HTTPHeaders(values(.HEADER_KIND)), body: body)
  }

  /// Whether the head of the answer alone is asked for.
  var isHead: Bool { strcmp(method, "HEAD") == 0 }

  /// How many bytes the header fields have together.
  var headerBytes: Int {
    values(.HEADER_KIND).reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
  }

  /// Hands an answer to the library.
  func send(_ answer: HTTPResponse, through body: OutgoingBody) -> MHD_Result {
    guard let made = body.response(of: answer) else { return .NO }
    defer { MHD_destroy_response(made) }
    for (name, value) in answer.headers.fields {
      guard MHD_add_response_header(made, name, value) == .YES else { return .NO }
    }
    return MHD_queue_response(connection, UInt32(clamping: answer.status), made)
  }

  private func values(_ kind: MHD_ValueKind) -> [(name: String, value: String)] {
    var found = FoundValues()
    withUnsafeMutablePointer(to: &found) { found in
      _ = MHD_get_connection_values(connection, kind, collectValue, found)
    }
    return found.values
  }

  /// Decodes %-escapes; nil where the outcome is not UTF-8 or holds a NUL.
  private func decoded(_ text: String) -> String? {
    var bytes = text.utf8CString
    let count = bytes.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { MHD_http_unescape($0) } ?? 0
    }
    let plain = bytes.prefix(count)
    return plain.contains(0) ? nil : String(validating: plain.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

private struct FoundValues {
  var values: [(name: String, value: String)] = []
}

private func collectValue(
  _ context: UnsafeMutableRawPointer?, _ kind: MHD_ValueKind, _ name: UnsafePointer<CChar>?,
  _ value: UnsafePointer<CChar>?
) -> MHD_Result {
  guard let context, let name else { return .NO }
  let found = context.assumingMemoryBound(to: FoundValues.self)
  found.pointee.values.append((String(cString: name), value.map { String(cString: $0) } ?? ""))
  return .YES
}
