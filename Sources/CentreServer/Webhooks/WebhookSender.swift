import EventModel
import Foundation
import HTTPTransport
import Synchronization

/// Tells subscribers of changes, also of those that another program has made, until each of them has taken it.
///
/// What is on its way is kept in the store, so that a Centre that is started again goes on where it was.
public final class WebhookSender: Sendable {
  /// How long after each try that failed the next one is made; after the last the message is given up.
  static let usualPauses: [Duration] = [
    .seconds(5), .seconds(300), .seconds(1_800), .seconds(7_200), .seconds(18_000), .seconds(36_000), .seconds(36_000),
  ]

  /// How many are told at the same time; those who are slow hold up nobody else as long as there are fewer of them.
  static let mostAtOnce = 32

  private let store: CentreStore
  private let client: HTTPClient
  private let now: @Sendable () -> Instant
  private let log: AccessLog?
  private let pauses: [Duration]
  /// Spreads tries, so that subscribers are not all called in the same moment: a number from 0 to 1.
  private let jitter: @Sendable () -> Double
  private let timePerTry: Duration
  private let seen: Mutex<Int64>
  private let underWay = Mutex(0)
  private let sending = DispatchGroup()
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
    try self.init(store: store, trusting: caFile, now: now, log: log, jitter: { Double.random(in: 0...1) })
  }

  init(
    store: CentreStore, trusting caFile: String? = nil, now: @escaping @Sendable () -> Instant, log: AccessLog?,
    pauses: [Duration] = WebhookSender.usualPauses, timePerTry: Duration = WebhookPost.usualTime,
    jitter: @escaping @Sendable () -> Double = { 0 }
  ) throws {
    self.store = store
    self.now = now
    self.log = log
    self.pauses = pauses
    self.timePerTry = timePerTry
    self.jitter = jitter
    client = HTTPClient(caFile: caFile, userAgent: "resources-centre")
    seen = Mutex(try store.announcements(at: now()).revision)
  }

  /// Looks for changes and sends what is due, again and again, on a thread of its own, until it is stopped or let go.
  ///
  /// Calling it again does nothing.
  public func start(every pause: Duration = .milliseconds(500)) {
    guard !isStarted.withLock({ exchanged(&$0, for: true) }) else { return }
    Thread.detachNewThread { [weak self, toStop, hasStopped] in
      // Nothing is kept between two looks, so that the store is let go by whoever lets the sender go.
      repeat {
        if self?.lookOrLog() == nil { break }
      } while toStop.wait(timeout: .now() + pause / .seconds(1)) == .timedOut
      hasStopped.signal()
    }
  }

  private func lookOrLog() {
    do {
      try look()
    } catch {
      log?.write("webhooks: \(error)")
    }
  }

  /// Ends the sending, and returns when it has ended; what is on its way is tried again by the next program.
  public func stop() {
    isCancelled.withLock { $0 = true }
    if isStarted.withLock({ exchanged(&$0, for: false) }) {
      toStop.signal()
      hasStopped.wait()
    }
    sending.wait()
  }

  /// Looks once and waits until all is sent, or not.
  func step() throws {
    try look()
    sending.wait()
  }

  /// Looks once: changes that have come to rest since the look before are made into messages; what is due is sent, each
  /// on a thread of its own, so that one that does not answer keeps neither the others waiting nor the next look.
  func look() throws {
    let found = try store.announcements(at: now())
    let isAtRest = seen.withLock { exchanged(&$0, for: found.revision) == found.revision }
    let hasNews = found.hasNews && isAtRest
    let room = Self.mostAtOnce - underWay.withLock { $0 }
    // Only who has something to write keeps others from writing.
    guard hasNews || found.hasDueMessage && room > 0 else { return }
    if hasNews { try store.prepareMessages(at: now()) }
    let due = try store.takeDueMessages(at: now(), lease: now().advanced(bySeconds: 120), atMost: max(0, room))
    underWay.withLock { $0 += due.count }
    for delivery in due {
      sending.enter()
      Thread.detachNewThread { [self] in
        send(delivery)
        underWay.withLock { $0 -= 1 }
        sending.leave()
      }
    }
  }

  private func send(_ delivery: WebhookDelivery) {
    let post = WebhookPost(client: client, time: timePerTry, isCancelled: { self.isCancelled.withLock { $0 } })
    let (words, end) = consequence(of: post.send(delivery, at: now()), delivery)
    do {
      try store.finish(delivery, end, outcome: words)
      log?.write("webhook \(delivery.subscription) try \(delivery.tries): \(words)")
    } catch {
      log?.write("webhooks: \(error)")
    }
  }

  private func consequence(
    of outcome: WebhookPost.Outcome, _ delivery: WebhookDelivery
  ) -> (words: String, end: CentreStore.DeliveryEnd) {
    switch outcome {
    case .taken(let status): ("taken, with status \(status)", .over)
    case .gone(let status): ("gone for good, with status \(status)", .stopped(now()))
    case .refused(let status): ("refused, with status \(status)", next(after: delivery))
    case .brokenOff: ("broken off, since the Centre was stopped", .brokenOff(now()))
    case .failed(let words): (words, next(after: delivery))
    }
  }

  /// When the next try is made; after the last the message is given up, and the next change begins anew.
  private func next(after delivery: WebhookDelivery) -> CentreStore.DeliveryEnd {
    guard pauses.indices.contains(delivery.tries - 1) else { return .over }
    let pause = pauses[delivery.tries - 1]
    let seconds = Double(pause.components.seconds) * (1 + jitter() / 10)
    return .again(now().advanced(bySeconds: Int64(seconds.rounded(.up))))
  }
}

/// Puts another value in the place of one, and gives the old one.
private func exchanged<Value>(_ value: inout Value, for new: Value) -> Value {
  defer { value = new }
  return value
}
