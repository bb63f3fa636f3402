import EventModel
import Foundation
import HTTPTransport
import Signatures
import Synchronization

/// Tells subscribers of changes, also of those that another program has made, until each of them has taken it.
///
/// What is on its way is kept in the store, so that a Centre that is started again goes on where it was.
public final class WebhookSender: Sendable {
  /// How long after each try that failed the next one is made; after the last the message is given up.
  static let usualPauses: [Duration] = [
    .seconds(5), .seconds(300), .seconds(1_800), .seconds(7_200), .seconds(18_000), .seconds(36_000), .seconds(36_000),
  ]

  private let store: CentreStore
  private let client: HTTPClient
  private let now: @Sendable () -> Instant
  private let log: AccessLog?
  private let pauses: [Duration]
  /// Spreads tries, so that subscribers are not all called in the same moment: a number from 0 to 1.
  private let jitter: @Sendable () -> Double
  private let seen: Mutex<Int64>
  private let isStarted = Mutex(false)
  private let isCancelled = Mutex(false)
  private let toStop = DispatchSemaphore(value: 0)
  private let hasStopped = DispatchSemaphore(value: 0)

  /// Makes a sender; it does nothing before ``start(every:)``.
  ///
  /// - Parameters:
  ///   - store: Whose changes are told.
  ///   - caFile: A PEM file of the authorities to trust besides the system's; nil for none.
  ///   - now: The clock.
  ///   - log: What is told of each try; nil for nothing.
  /// - Throws: ``CentreError`` where the store cannot be read.
  public convenience init(
    store: CentreStore, trusting caFile: String? = nil, now: @escaping @Sendable () -> Instant, log: AccessLog? = nil
  ) throws {
    try self.init(store: store, trusting: caFile, now: now, log: log, pauses: Self.usualPauses) {
      Double.random(in: 0...1)
    }
  }

  init(
    store: CentreStore, trusting caFile: String? = nil, now: @escaping @Sendable () -> Instant, log: AccessLog?,
    pauses: [Duration], jitter: @escaping @Sendable () -> Double
  ) throws {
    self.store = store
    self.now = now
    self.log = log
    self.pauses = pauses
    self.jitter = jitter
    client = HTTPClient(caFile: caFile, userAgent: "resources-centre")
    seen = Mutex(try store.announcements(at: now()).revision)
  }

  /// Looks for changes and sends what is due, again and again, on a thread of its own; once only.
  public func start(every pause: Duration = .milliseconds(500)) {
    let seconds = Double(pause.components.seconds) + Double(pause.components.attoseconds) / 1e18
    isStarted.withLock { $0 = true }
    Thread.detachNewThread { [weak self, toStop, hasStopped] in
      // Nothing is kept between two looks, so that the store is let go by whoever stops.
      repeat { self?.look() } while toStop.wait(timeout: .now() + seconds) == .timedOut
      hasStopped.signal()
    }
  }

  private func look() {
    do {
      try step()
    } catch {
      log?.write("webhooks: \(error)")
    }
  }

  /// Ends the sending, and returns when it has ended; what is on its way is tried again by the next program.
  public func stop() {
    isCancelled.withLock { $0 = true }
    let isRunning = isStarted.withLock { isStarted in
      defer { isStarted = false }
      return isStarted
    }
    guard isRunning else { return }
    toStop.signal()
    hasStopped.wait()
  }

  /// Looks once: changes that have come to rest since the look before are made into messages; what is due is sent.
  func step() throws {
    let found = try store.announcements(at: now())
    let isAtRest = seen.withLock { seen in
      defer { seen = found.revision }
      return seen == found.revision
    }
    let hasNews = found.hasNews && isAtRest
    // Only who has something to write keeps others from writing.
    guard hasNews || found.hasDueMessage else { return }
    if hasNews { try store.prepareMessages(at: now()) }
    let due = try store.takeDueMessages(at: now(), lease: now().advanced(bySeconds: 120))
    guard !due.isEmpty else { return }
    let failures = Mutex<[any Error]>([])
    // One that does not answer must not keep the others waiting.
    DispatchQueue.concurrentPerform(iterations: due.count) { index in
      do {
        try send(due[index])
      } catch {
        failures.withLock { $0.append(error) }
      }
    }
    if let failure = failures.withLock({ $0.first }) { throw failure }
  }

  private func send(_ delivery: WebhookDelivery) throws {
    let result = Result { try post(delivery) }
    let outcome: String
    let end: CentreStore.DeliveryEnd
    switch result {
    case .success(let status) where (200...299).contains(status):
      (outcome, end) = ("taken, with status \(status)", .over)
    case .success(410):
      (outcome, end) = ("gone for good, with status 410", .stopped(now()))
    case .success(let status):
      (outcome, end) = ("refused, with status \(status)", next(after: delivery))
    case .failure(let error as HTTPClientError) where error.kind == .cancelled:
      (outcome, end) = (words(for: error), .brokenOff(now()))
    case .failure(let error):
      (outcome, end) = (words(for: error), next(after: delivery))
    }
    try store.finish(delivery, end, outcome: outcome)
    log?.write("webhook \(delivery.subscription) try \(delivery.tries): \(outcome)")
  }

  private func post(_ delivery: WebhookDelivery) throws -> Int {
    let body = Array(delivery.body.utf8)
    let timestamp = now().seconds
    let secret = try WebhookSecret(delivery.secret)
    let headers = WebhookHeaders(
      id: delivery.id, timestamp: "\(timestamp)",
      signature: secret.sign(id: delivery.id, timestamp: timestamp, body: body))
    var limits = TransferLimits()
    limits.stallTimeout = .seconds(15)
    limits.maximumTimeWhenUnsized = .seconds(20)
    limits.maximumBodyBytes = 1 << 20
    return try client.post(
      delivery.url, headers: [("Content-Type", "application/json")] + headers.fields, body: body, limits: limits,
      isCancelled: { isCancelled.withLock { $0 } }
    ).status
  }

  /// When the next try is made; after the last the message is given up, and the next change begins anew.
  private func next(after delivery: WebhookDelivery) -> CentreStore.DeliveryEnd {
    guard delivery.tries <= pauses.count else { return .over }
    let pause = pauses[delivery.tries - 1]
    let seconds = Double(pause.components.seconds) * (1 + jitter() / 10)
    return .again(now().advanced(bySeconds: Int64(seconds.rounded(.up))))
  }
}

/// Why a message did not come, without the address, whose path may be a secret.
private func words(for error: any Error) -> String {
  switch (error as? HTTPClientError)?.kind {
  case .couldNotResolve: "failed, since the host is not known"
  case .couldNotConnect: "failed, since nothing answers there"
  case .tls: "failed, since the encryption could not be agreed on"
  case .timedOut, .stalled, .endless: "failed, since it took too long"
  case .cancelled: "broken off, since the Centre was stopped"
  default: "failed, since no whole answer came"
  }
}
