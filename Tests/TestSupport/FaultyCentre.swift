import Foundation
import Synchronization

/// A Resources Centre on this machine whose answers are what a test wants, however wrong.
///
/// It writes to its sockets itself, since no proper server would send most of these. Every request is kept, so that a
/// test can prove what reached it and what did not.
public final class FaultyCentre: Sendable {
  /// How one address is answered.
  public enum Answer: Sendable {
    /// A proper answer with a JSON body.
    case json(String)
    /// A status with any body, by default none.
    case status(Int, type: String = "application/json", body: String = "")
    /// A page such as a proxy or a login sends, with status 200.
    case html
    /// Status 200 and no body at all.
    case empty
    /// A body that ends halfway although the whole of it was announced.
    case truncated(String)
    /// The same, sent as HTTP/1.0 that announces no length, so that only the JSON shows it.
    case cutShort(String)
    /// Nothing, while the connection stays open.
    case hanging
    /// A redirect to another address.
    case redirect(to: String)
    /// A list that begins well and never ends: the opening, then the same record again and again.
    case endless(opening: String, record: String)
    /// A proper answer, made while it is sent: the opening, records one after the other, and the closing.
    case made(opening: String, records: Range<Int>, next: String? = nil, record: @Sendable (Int) -> String)
    /// A proper answer, a few bytes at a time.
    case slow(String, bytes: Int, every: Duration)
    /// Exactly these bytes.
    case raw([UInt8])
    /// Whatever a test does with the connection, on a thread of its own; it is closed afterwards.
    case scripted(@Sendable (RawConnection) -> Void)
  }

  /// A request as it came.
  public struct Request: Sendable {
    /// The method and the address: `GET /api/v1/speakers`.
    public let line: String
    /// The header fields, names in lower case.
    public let headers: [String: String]
    /// Every byte of the request, to search for what must not be there.
    public let text: String
  }

  private let listener: ListeningPort
  private let answers: Mutex<[String: Answer]>
  private let received = Mutex<[Request]>([])

  /// Starts to listen on a free port.
  ///
  /// - Parameter answers: The answers by the last part of the address, such as `speakers`; all others are 404.
  /// - Throws: Where there is no port to listen on.
  public init(_ answers: [String: Answer] = [:]) throws {
    self.answers = Mutex(answers)
    listener = try ListeningPort()
    listener.start { [weak self] in self?.serve($0) }
  }

  deinit {
    listener.stop()
  }

  /// The address, without `/api/v1`.
  public var url: String { "http://127.0.0.1:\(listener.port)" }

  /// The requests so far.
  public var requests: [Request] { received.withLock { $0 } }

  /// Changes how an address is answered from now on.
  public func answer(_ name: String, with answer: Answer) {
    answers.withLock { $0[name] = answer }
  }

  /// Stops listening and closes every connection.
  public func stop() {
    listener.stop()
  }

  private func serve(_ connection: RawConnection) {
    guard let head = connection.readHead(), let request = Request(head) else { return }
    received.withLock { $0.append(request) }
    let path = request.line.split(separator: " ").dropFirst().first ?? ""
    let name = path.prefix { $0 != "?" }.split(separator: "/").last ?? ""
    let notFound = Answer.status(404, body: #"{"error":"Not found"}"#)
    send(answers.withLock { $0[String(name)] } ?? notFound, to: connection)
  }
}

extension FaultyCentre.Request {
  fileprivate init?(_ text: String) {
    let lines = text.split(separator: "\r\n")
    guard let first = lines.first else { return nil }
    line = first.split(separator: " ").prefix(2).joined(separator: " ")
    let fields = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
    headers = Dictionary(
      fields.filter { $0.count == 2 }.map { ($0[0].lowercased(), $0[1].trimmingCharacters(in: .whitespaces)) },
      uniquingKeysWith: { "\($0), \($1)" })
    self.text = text
  }
}
