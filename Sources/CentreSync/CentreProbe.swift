import EventModel
import Foundation
import HTTPTransport
import JSONStream

/// Asks a Resources Centre what it answers, and keeps nothing of it.
public struct CentreProbe: Sendable {
  private let configuration: SyncConfiguration
  private let now: @Sendable () -> Instant

  /// Makes a probe.
  ///
  /// - Parameters:
  ///   - configuration: Where the Centre is; its limits should be those of someone who waits at the keyboard.
  ///   - now: The clock.
  public init(configuration: SyncConfiguration, now: @escaping @Sendable () -> Instant) {
    self.configuration = configuration
    self.now = now
  }

  /// Asks for everything, one after the other, until nobody answers, or the answer stops coming: whoever waits at the
  /// keyboard waits for that once.
  public func run() -> [CentreAnswer] {
    let client = HTTPClient(allowPlainHTTP: configuration.allowPlainHTTP, caFile: configuration.caFile)
    var answers: [CentreAnswer] = []
    for endpoint in CentreEndpoint.allCases {
      let (answer, hasHung) = ask(endpoint, client)
      answers.append(answer)
      if case .unreachable = answer.outcome { break }
      if hasHung { break }
    }
    return answers
  }

  private func ask(_ endpoint: CentreEndpoint, _ client: HTTPClient) -> (answer: CentreAnswer, hasHung: Bool) {
    let collection = CatalogueCollection(rawValue: endpoint.rawValue)
    var asker = CentreClient(
      collection: collection ?? .speakers, configuration: configuration, client: client, waiting: .system, now: now,
      isCancelled: { false }, policy: RetryPolicy(retryTime: .zero, random: { 1 }))
    let beginning = AnswerBeginning(endpoint)
    var clock: Instant?
    var hasHung = false
    let outcome: CentreAnswer.Outcome
    do {
      let address = "\(configuration.baseURL)/api/v1/\(endpoint.rawValue)"
      let answer = try asker.get(address, headers: []) {
        { head, bytes in
          clock = Self.clock(in: head)
          try beginning.take(head, bytes)
        }
      }
      clock = Self.clock(in: answer.head)
      try beginning.finish()
      outcome = .good
    } catch is AnswerBeginning.Enough {
      outcome = .good
    } catch {
      hasHung = [.stalled, .endless].contains((error as? HTTPClientError)?.kind)
      clock = clock ?? (error as? CollectionFailure)?.clock
      outcome = self.outcome(of: error, endpoint, isWebPage: beginning.isWebPage)
    }
    return (CentreAnswer(endpoint: endpoint, outcome: outcome, clock: clock, receivedAt: now()), hasHung)
  }

  private func outcome(of error: any Error, _ endpoint: CentreEndpoint, isWebPage: Bool) -> CentreAnswer.Outcome {
    let collection = CatalogueCollection(rawValue: endpoint.rawValue)
    switch error {
    case let failure as CollectionFailure where endpoint.isOptional:
      if let status = failure.status { return [404, 410].contains(status) ? .absent : .refused(status) }
      return .flawed(redacted(failure.message))
    case let failure as CollectionFailure: return .flawed(redacted(failure.message))
    case let error as JSONSyntaxError:
      guard let collection else {
        return .flawed("The Resources Centre's answer for /\(endpoint) is not JSON; tell those who run the Centre.")
      }
      let failure = isWebPage ? CollectionFailure.webPage(instead: collection) : .invalidJSON(error, in: collection)
      return .flawed(redacted(failure.message))
    case let error as HTTPClientError:
      guard let obstacle = CentreAnswer.Obstacle(error.kind) else { return .flawed(redacted(error.message)) }
      return .unreachable(obstacle, redacted(error.message))
    default: return .flawed(redacted("\(error)"))
    }
  }

  private func redacted(_ text: String) -> String { configuration.apiKey.redacted(from: text) }

  private static func clock(in head: HTTPResponseHead) -> Instant? {
    head.headers["Date"].flatMap { Instant(httpDate: $0) }
  }
}
