import EventModel
import JSONStream
import SQLiteKit
import Signatures

/// Somebody who is told of changes, without the secret.
public struct Subscription: Equatable, Sendable {
  /// The number it is removed by.
  public let number: Int64
  /// Where messages go.
  public let url: String
  /// When it was made.
  public let createdAt: Instant
  /// What became of the last try, in a few words; empty before the first.
  public let outcome: String
  /// When no more was sent there, because the subscriber said it is gone; nil while it is served.
  public let stoppedAt: Instant?
}

/// A message on its way to one subscriber.
struct WebhookDelivery: Equatable, Sendable {
  let subscription: Int64
  let url: String
  let secret: String
  let id: String
  let body: String
  /// How often it was tried, this time included.
  let tries: Int
}

extension CentreStore {
  /// Makes a subscription and gives the secret that its messages are signed with, which is shown this once.
  ///
  /// - Throws: ``CentreError`` where there is one for the address already.
  public func subscribe(_ url: String, at now: Instant) throws -> String {
    guard let secret = try? WebhookSecret(key: secureRandomBytes(32)) else {
      throw CentreError("No secret could be made; try again.")
    }
    let text = secret.text
    let added = try write { connection in
      try connection.execute(
        """
        INSERT OR IGNORE INTO subscriptions (url, secret, created_at, announced)
        SELECT ?, ?, ?, max(revision) FROM collections
        """, [.text(url), .text(text), .instant(now)])
    }
    guard added > 0 else {
      throw CentreError("There is a webhook to \(url) already; remove that one first to get a new secret.")
    }
    return text
  }

  /// All subscriptions, oldest first.
  public func subscriptions() throws -> [Subscription] {
    let snapshot = try snapshot()
    return try translatingErrors(of: file) {
      try snapshot.query("SELECT id, url, created_at, outcome, stopped_at FROM subscriptions ORDER BY id") {
        Subscription(
          number: try $0.integer(), url: try $0.text(), createdAt: try $0.instant(), outcome: try $0.text(),
          stoppedAt: try $0.optionalInstant())
      }
    }
  }

  /// Ends a subscription, named by its number or its address, and tells whether there was one.
  public func unsubscribe(_ reference: String) throws -> Bool {
    try write { connection in
      try connection.execute(
        "DELETE FROM subscriptions WHERE url = ?1 OR CAST(id AS TEXT) = ?1", [.text(reference)]) > 0
    }
  }

  /// What there is to do for subscribers, found out without keeping anybody from writing.
  struct Announcements: Equatable, Sendable {
    /// The number of the last change.
    let revision: Int64
    /// Whether somebody is still to be told of it who has no message on its way.
    let hasNews: Bool
    /// Whether a message is to be sent now.
    let hasDueMessage: Bool
  }

  /// Looks what there is to do for subscribers.
  func announcements(at now: Instant) throws -> Announcements {
    let snapshot = try snapshot()
    return try translatingErrors(of: file) {
      let revision = try snapshot.revision()
      func isAny(_ condition: String, _ value: SQLiteValue) throws -> Bool {
        let sql = "SELECT 1 FROM subscriptions WHERE stopped_at IS NULL AND message_id IS \(condition) LIMIT 1"
        return try !snapshot.query(sql, [value]) { try $0.integer() }.isEmpty
      }
      return Announcements(
        revision: revision, hasNews: try isAny("NULL AND announced < ?", .integer(revision)),
        hasDueMessage: try isAny("NOT NULL AND next_try_at <= ?", .instant(now)))
    }
  }

  /// Makes one message of all changes for each subscriber that does not know of them and has none on its way.
  func prepareMessages(at now: Instant) throws {
    try write { connection in
      let revision = try connection.query("SELECT max(revision) FROM collections") { Int64(try $0.count()) }.first ?? 0
      let waiting = try connection.query(
        "SELECT id, announced FROM subscriptions WHERE stopped_at IS NULL AND message_id IS NULL AND announced < ?",
        [.integer(revision)]
      ) { (id: try $0.integer(), announced: try $0.integer()) }
      for subscriber in waiting {
        let changed = try connection.query(
          "SELECT name FROM collections WHERE revision > ? ORDER BY name", [.integer(subscriber.announced)]
        ) { JSONValue.string(try $0.text()) }
        let body = JSONValue.object([
          JSONMember("type", .string("catalogue.changed")), JSONMember("timestamp", .string(now.iso8601)),
          JSONMember("data", .object([JSONMember("collections", .array(changed))])),
        ])
        let id = "msg_" + secureRandomBytes(16).hexadecimal
        try connection.execute(
          """
          UPDATE subscriptions SET message_id = ?, message_body = ?, message_revision = ?, tries = 0, next_try_at = ?
          WHERE id = ?
          """,
          [.text(id), .text(body.json()), .integer(revision), .instant(now), .integer(subscriber.id)])
      }
    }
  }

  /// Takes messages that are due, those first that have been for longest, so that no other program sends them meanwhile.
  ///
  /// After the lease a message is due again, should its sender have been killed.
  func takeDueMessages(at now: Instant, lease: Instant, atMost limit: Int = 1_000) throws -> [WebhookDelivery] {
    try write { connection in
      let due = try connection.query(
        """
        SELECT id, url, secret, message_id, message_body, tries FROM subscriptions
        WHERE stopped_at IS NULL AND message_id IS NOT NULL AND next_try_at <= ? ORDER BY next_try_at, id LIMIT ?
        """, [.instant(now), .integer(Int64(limit))]
      ) {
        WebhookDelivery(
          subscription: try $0.integer(), url: try $0.text(), secret: try $0.text(), id: try $0.text(),
          body: try $0.text(), tries: try $0.count() + 1)
      }
      for delivery in due {
        try connection.execute(
          "UPDATE subscriptions SET tries = tries + 1, next_try_at = ? WHERE id = ?",
          [.instant(lease), .integer(delivery.subscription)])
      }
      return due
    }
  }

  /// What follows from a try.
  enum DeliveryEnd: Equatable, Sendable {
    /// The message has come, or is given up: changes since then are another message.
    case over
    /// It is tried again then.
    case again(Instant)
    /// It was broken off here, which is no failure of the subscriber's: it is due from then on, and does not count.
    case brokenOff(Instant)
    /// The subscriber is gone for good.
    case stopped(Instant)
  }

  /// Notes what became of a try.
  func finish(_ delivery: WebhookDelivery, _ end: DeliveryEnd, outcome: String) throws {
    let mine = "WHERE id = ? AND message_id = ?"
    let values: [SQLiteValue] = [.integer(delivery.subscription), .text(delivery.id)]
    _ = try write { connection in
      switch end {
      case .over:
        try connection.execute(
          """
          UPDATE subscriptions SET announced = message_revision, message_id = NULL, message_body = NULL,
            message_revision = NULL, next_try_at = NULL, outcome = ? \(mine)
          """, [.text(outcome)] + values)
      case .again(let time):
        try connection.execute(
          "UPDATE subscriptions SET next_try_at = ?, outcome = ? \(mine)", [.instant(time), .text(outcome)] + values)
      case .brokenOff(let time):
        try connection.execute(
          "UPDATE subscriptions SET tries = tries - 1, next_try_at = ?, outcome = ? \(mine)",
          [.instant(time), .text(outcome)] + values)
      case .stopped(let time):
        try connection.execute(
          "UPDATE subscriptions SET stopped_at = ?, outcome = ? \(mine)", [.instant(time), .text(outcome)] + values)
      }
    }
  }
}
