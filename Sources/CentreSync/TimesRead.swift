import EventModel

/// The times of the records read, from which the next sync knows where to go on.
struct TimesRead: Equatable {
  /// The latest time of all that was taken.
  private var newest: Instant?
  /// The earliest time of what could not be taken.
  private var failed: Instant?
  private var hasUntimed = false
  private var hasUntimedFailure = false

  mutating func take(_ record: CatalogueRecord) {
    guard let time = record.remoteUpdatedAt else {
      hasUntimed = true
      return
    }
    newest = max(newest ?? time, time)
  }

  mutating func take(_ defect: RecordDefect) {
    guard let time = defect.time else {
      hasUntimedFailure = true
      return
    }
    failed = min(failed ?? time, time)
  }

  /// Up to when nothing is missing, once all this is stored: never past a record that failed, and never past the
  /// Centre's own clock, or one wrong date would hide all that changes before it.
  ///
  /// - Parameters:
  ///   - before: how far it was before, where only changes were read.
  ///   - clock: the Centre's clock.
  ///   - isComplete: whether all was read.
  /// - Returns: nil where nothing can be said, so that all is to be fetched again.
  func reached(from before: Instant?, clock: Instant?, isComplete: Bool) -> Instant? {
    // Who knows whether the Centre tells of changes in what has no time.
    if isComplete && hasUntimed { return nil }
    if hasUntimedFailure { return isComplete ? nil : before }
    let times = isComplete ? [newest] : [newest, before]
    guard let reached = times.compactMap(\.self).max() else { return nil }
    return [reached, clock, failed].compactMap(\.self).min()
  }
}
