import CMicrohttpd

/// A stream on its way to a client, with what is counted of it.
///
/// The thread that answers the connection uses it, and no other.
final class OutgoingBody {
  private let stream: (any HTTPBodyStream)?
  private let pending: PendingRequest
  private let watch: ConnectionWatch
  private let connection: OpaquePointer

  init(
    _ stream: (any HTTPBodyStream)?, _ pending: PendingRequest, _ watch: ConnectionWatch, _ connection: OpaquePointer
  ) {
    self.stream = stream
    self.pending = pending
    self.watch = watch
    self.connection = connection
  }

  /// How many bytes the library asks for at a time.
  static let pieceSize = 64 * 1024

  /// Makes the library's object of an answer; nil where there is no memory.
  func response(of answer: HTTPResponse) -> OpaquePointer? {
    guard answer.stream != nil else {
      return answer.body.withUnsafeBytes { bytes in
        MHD_create_response_from_buffer(
          bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
      }
    }
    let retained = Unmanaged.passRetained(self)
    // The largest number stands for a length that nobody knows.
    let length = answer.streamLength.map { UInt64(clamping: $0) } ?? .max
    let made = MHD_create_response_from_callback(
      length, Self.pieceSize, readOutgoing, retained.toOpaque(), forgetOutgoing)
    if made == nil { retained.release() }
    return made
  }

  fileprivate func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    do {
      let count = try stream?.read(into: buffer) ?? 0
      pending.bytes += count
      watch.sends(count, on: connection)
      return count == 0 ? httpd_end_of_stream : count
    } catch {
      return httpd_end_with_error
    }
  }
}

private func readOutgoing(
  _ context: UnsafeMutableRawPointer?, _ position: UInt64, _ buffer: UnsafeMutablePointer<CChar>?, _ room: Int
) -> Int {
  guard let context, let buffer else { return httpd_end_with_error }
  let body = Unmanaged<OutgoingBody>.fromOpaque(context).takeUnretainedValue()
  return body.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: room))
}

private func forgetOutgoing(_ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<OutgoingBody>.fromOpaque(context).release()
}
