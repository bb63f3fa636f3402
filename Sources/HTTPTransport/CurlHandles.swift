import CCurl

/// Whether libcurl is ready for use; it is started once, by the first transfer.
private let libraryIsReady = curl_start_library() == CURLE_OK

/// Owns libcurl's handle for one transfer and sets its options.
final class EasyHandle {
  let pointer: UnsafeMutableRawPointer
  private let detail: UnsafeMutablePointer<CChar>

  init() throws(HTTPClientError) {
    guard libraryIsReady, let pointer = curl_easy_init() else { throw .libraryFailed }
    self.pointer = pointer
    detail = .allocate(capacity: Int(CURL_ERROR_SIZE))
    detail.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try set(CURLOPT_ERRORBUFFER, to: UnsafeMutableRawPointer(detail))
  }

  deinit {
    curl_easy_cleanup(pointer)
    detail.deallocate()
  }

  /// libcurl's words for how the transfer ended.
  func reason(for code: CURLcode) -> String {
    let words = String(cString: detail)
    return words.isEmpty ? String(cString: curl_easy_strerror(code)) : words
  }

  func set(_ option: CURLoption, to value: Int) throws(HTTPClientError) {
    try check(curl_set_number(pointer, option, value))
  }

  func set(_ option: CURLoption, toSize value: Int64) throws(HTTPClientError) {
    try check(curl_set_size(pointer, option, curl_off_t(clamping: value)))
  }

  func set(_ option: CURLoption, to value: String) throws(HTTPClientError) {
    try check(curl_set_text(pointer, option, value))
  }

  func set(_ option: CURLoption, to value: UnsafeMutableRawPointer?) throws(HTTPClientError) {
    try check(curl_set_pointer(pointer, option, value))
  }

  func set(_ option: CURLoption, to value: @escaping curl_piece_callback) throws(HTTPClientError) {
    try check(curl_set_callback(pointer, option, value))
  }

  /// Sets an option whose bytes libcurl copies at once.
  func setCopied(_ option: CURLoption, to bytes: [UInt8]) throws(HTTPClientError) {
    // No bytes are still some to point to.
    var held = bytes + [0]
    try set(option, to: &held)
  }

  func allowOnlyHTTP() throws(HTTPClientError) {
    try check(curl_allow_only_http(pointer))
    try check(curl_leave_resolver_behind(pointer))
  }

  func number(_ info: CURLINFO) -> Int {
    var value = 0
    return curl_get_number(pointer, info, &value) == CURLE_OK ? value : 0
  }

  func size(_ info: CURLINFO) -> Int64 {
    var value: curl_off_t = 0
    return curl_get_size(pointer, info, &value) == CURLE_OK ? Int64(value) : 0
  }

  private func check(_ code: CURLcode) throws(HTTPClientError) {
    guard code == CURLE_OK else { throw .libraryFailed }
  }
}

/// Owns libcurl's engine for transfers, which keeps connections open for the next one.
// Safe to pass between threads: the client hands each engine to one transfer at a time.
final class TransferEngine: @unchecked Sendable {
  private let pointer: UnsafeMutableRawPointer

  init() throws(HTTPClientError) {
    guard libraryIsReady, let pointer = curl_multi_init() else { throw .libraryFailed }
    self.pointer = pointer
  }

  deinit {
    curl_multi_cleanup(pointer)
  }

  func add(_ easy: EasyHandle) throws(HTTPClientError) {
    guard curl_multi_add_handle(pointer, easy.pointer) == CURLM_OK else { throw .libraryFailed }
  }

  func remove(_ easy: EasyHandle) {
    curl_multi_remove_handle(pointer, easy.pointer)
  }

  /// Does what can be done without waiting, and gives the transfer's code once it has ended.
  func advance() throws(HTTPClientError) -> CURLcode? {
    var running: Int32 = 0
    guard curl_multi_perform(pointer, &running) == CURLM_OK else { throw .libraryFailed }
    var queued: Int32 = 0
    guard let message = curl_multi_info_read(pointer, &queued), message.pointee.msg == CURLMSG_DONE else { return nil }
    return message.pointee.data.result
  }

  /// Waits until there is something to do, at most for the given time.
  func wait(milliseconds: Int32) throws(HTTPClientError) {
    guard curl_multi_poll(pointer, nil, 0, milliseconds, nil) == CURLM_OK else { throw .libraryFailed }
  }
}

/// Owns the list of header fields that a transfer sends.
final class HeaderList {
  private(set) var pointer: UnsafeMutablePointer<curl_slist>?

  init(_ fields: [(name: String, value: String)]) throws(HTTPClientError) {
    for (name, value) in fields {
      guard HTTPHeaders.isValidName(name) else {
        throw HTTPClientError(.badHeader, "A header field's name holds a character that cannot be sent; correct it.")
      }
      guard HTTPHeaders.isValidValue(value) else {
        throw HTTPClientError(
          .badHeader, "The value for the header \(name) holds a line break or a NUL; check the setting it comes from.")
      }
      // libcurl takes "Name:" for "leave this one out", and "Name;" for an empty value.
      guard let longer = curl_slist_append(pointer, value.isEmpty ? name + ";" : name + ": " + value) else {
        throw .libraryFailed
      }
      pointer = longer
    }
  }

  deinit {
    curl_slist_free_all(pointer)
  }
}

extension HTTPClientError {
  static let libraryFailed = Self(
    .other, "The HTTP library libcurl could not be used; check that its package is installed whole.")
}
