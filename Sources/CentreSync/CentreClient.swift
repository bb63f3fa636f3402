import EventModel
import HTTPTransport

/// Asks the Centre, follows its redirects as far as they stay with it, and tries again what may go better then.
struct CentreClient {
  typealias Receiver = (HTTPResponseHead, UnsafeRawBufferPointer) throws -> Void

  /// The head of an answer, and the address that gave it in the end.
  struct Answer {
    let head: HTTPResponseHead
    let address: String
  }

  static let maximumRedirects = 5

  let collection: CatalogueCollection
  let configuration: SyncConfiguration
  let client: HTTPClient
  let waiting: SyncWaiting
  let now: @Sendable () -> Instant
  let isCancelled: @Sendable () -> Bool
  var policy: RetryPolicy

  /// Asks for an address until there is an answer of status 200 or 304, or no hope of one.
  ///
  /// - Parameters:
  ///   - address: The whole address.
  ///   - headers: What is sent besides the key.
  ///   - begin: Called before each try; gives what takes the body of an answer with status 200.
  /// - Returns: the answer, its body having been handed over.
  /// - Throws: ``CollectionFailure``, or what the receiver threw.
  mutating func get(
    _ address: String, headers: [(name: String, value: String)], begin: () throws -> Receiver
  ) throws -> Answer {
    policy.beginRequest()
    // Of two that hung the first tells how long was waited; the second is let hang less.
    var hang: HTTPClientError?
    while true {
      let failure: any Error
      let start = ContinuousClock.now
      let obstacle: RetryPolicy.Obstacle?
      do {
        let answer = try follow(address, headers: headers, receive: try begin())
        if [200, 304].contains(answer.head.status) { return answer }
        failure = CollectionFailure(answer.head, for: collection)
        obstacle = RetryPolicy.Obstacle(answer.head, now: now())
      } catch let error as HTTPClientError {
        obstacle = RetryPolicy.Obstacle(error)
        if obstacle == .timeout { hang = hang ?? error }
        failure = obstacle == .timeout ? hang ?? error : error
      }
      guard let obstacle, let pause = policy.pause(after: obstacle, spent: start.duration(to: .now)) else {
        throw failure
      }
      waiting.wait(pause, isCancelled)
      if isCancelled() { throw CollectionFailure.stopped(collection) }
    }
  }

  /// Asks once, and again wherever the Centre redirects to another address of its own.
  private func follow(
    _ address: String, headers: [(name: String, value: String)], receive: Receiver
  ) throws -> Answer {
    var address = address
    for _ in 0...Self.maximumRedirects {
      let head = try ask(address, headers: headers, receive: receive)
      guard [301, 302, 303, 307, 308].contains(head.status), let location = head.location else {
        return Answer(head: head, address: address)
      }
      guard let target = WebReference(location, from: address), target.isSameOrigin else {
        return Answer(head: head, address: address)
      }
      address = target.address
    }
    throw CollectionFailure.redirectedTooOften(collection)
  }

  private func ask(
    _ address: String, headers: [(name: String, value: String)], receive: Receiver
  ) throws -> HTTPResponseHead {
    do {
      return try client.get(
        address, headers: [("X-API-Key", configuration.apiKey.value), ("Accept", "application/json")] + headers,
        limits: policy.limits(within: configuration.limits), isCancelled: isCancelled
      ) { head, bytes in
        // The body of any other answer is of no interest, however long it is.
        guard head.status == 200 else { throw OtherAnswer(head: head) }
        try receive(head, bytes)
      }
    } catch let other as OtherAnswer {
      return other.head
    }
  }

  /// An answer whose body is not read.
  private struct OtherAnswer: Error {
    let head: HTTPResponseHead
  }
}
