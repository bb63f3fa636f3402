/// The messages that were taken, for as long as they could be sent again.
///
/// It is kept in memory alone: a message that is sent again after a restart costs one more sync, and no sync does harm.
struct SeenMessages {
  private let tolerance: Int64
  private let limit: Int
  /// When each message was sent, by its identifier.
  private var sent: [String: Int64] = [:]
  /// The time up to which messages were forgotten to make room: one from before may be a second one.
  private var forgotten = Int64.min

  /// Remembers messages for so many seconds after they were sent, and at most so many of them.
  init(tolerance: Int64, limit: Int = 10_000) {
    self.tolerance = tolerance
    self.limit = max(limit, 1)
  }

  /// How many are remembered.
  var count: Int { sent.count }

  /// Takes a message, and tells whether it is the first with its identifier.
  mutating func take(_ id: String, sentAt time: Int64, now: Int64) -> Bool {
    guard time > forgotten else { return false }
    if let before = sent[id], isRepeatable(before, now: now) { return false }
    if sent.count >= limit { makeRoom(now: now) }
    guard time > forgotten else { return false }
    sent[id] = time
    return true
  }

  private mutating func makeRoom(now: Int64) {
    sent = sent.filter { isRepeatable($0.value, now: now) }
    while sent.count >= limit, let oldest = sent.values.min() {
      forgotten = max(forgotten, oldest)
      sent = sent.filter { $0.value > oldest }
    }
  }

  /// Whether a message that was sent then would still be taken for a new one by its time.
  private func isRepeatable(_ time: Int64, now: Int64) -> Bool {
    now.subtractingReportingOverflow(time).partialValue <= tolerance
  }
}
