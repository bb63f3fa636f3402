import Foundation

/// What a server has answered, taken apart no further than a test needs.
public struct RawAnswer: Equatable, Sendable {
  /// The number in the first line.
  public let status: Int
  /// The header fields, names in lower case.
  public let headers: [String: String]
  /// The body as text.
  public let body: String
}

/// Sends one HTTP request over a socket of its own and reads the answer to its end.
///
/// It shares no code with the client and the server under test.
///
/// - Parameters:
///   - method: `GET` or another.
///   - url: An address on 127.0.0.1, with its port.
///   - headers: Fields besides `Host`, `Connection` and `Content-Length`.
///   - body: What follows the head; nil for a request without a body.
/// - Returns: The whole answer.
/// - Throws: Where nobody answers, or not in HTTP.
public func request(
  _ method: String, _ url: String, headers: [String: String] = [:], body: String? = nil
) throws -> RawAnswer {
  guard let parts = URLComponents(string: url), let host = parts.host, let port = parts.port.flatMap(UInt16.init) else {
    throw TestFailure("\(url) names no host and port")
  }
  let target =
    (parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath) + (parts.query.map { "?" + $0 } ?? "")
  var fields = ["Host": "\(host):\(port)", "Connection": "close"].merging(headers) { _, given in given }
  if let body { fields["Content-Length"] = "\(body.utf8.count)" }
  let lines = ["\(method) \(target) HTTP/1.1"] + fields.map { "\($0.key): \($0.value)" }
  let text = try exchange(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""), port: port)
  guard let answer = RawAnswer(text) else { throw TestFailure("\(url) did not answer in HTTP: \(text)") }
  return answer
}

extension RawAnswer {
  fileprivate init?(_ text: String) {
    guard let end = text.range(of: "\r\n\r\n") else { return nil }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
    let fields = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
    self.status = status
    headers = Dictionary(
      fields.filter { $0.count == 2 }.map { ($0[0].lowercased(), $0[1].trimmingCharacters(in: .whitespaces)) },
      uniquingKeysWith: { "\($0), \($1)" })
    body = String(text[end.upperBound...])
  }
}

/// Sends a text to a port of this machine and gives all that comes back until the other side closes.
private func exchange(_ text: String, port: UInt16) throws -> String {
  #if os(Linux)
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  #else
    let descriptor = socket(AF_INET, SOCK_STREAM, 0)
  #endif
  defer { close(descriptor) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_port = port.bigEndian
  address.sin_addr.s_addr = inet_addr("127.0.0.1")
  let isConnected = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
    }
  }
  guard isConnected else { throw TestFailure("Port \(port): \(String(cString: strerror(errno)))") }
  // A server that never answers must not hold the test for ever.
  var patience = timeval(tv_sec: 20, tv_usec: 0)
  setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  guard send(descriptor, text, text.utf8.count, Int32(MSG_NOSIGNAL)) == text.utf8.count else {
    throw TestFailure("Port \(port) did not take the request")
  }
  var answer: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 65_536)
  while case let count = recv(descriptor, &piece, piece.count, 0), count > 0 { answer += piece[..<count] }
  return String(decoding: answer, as: UTF8.self)
}
