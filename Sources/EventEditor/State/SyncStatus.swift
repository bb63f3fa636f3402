import EventModel

/// Whether a sync runs, and what the last one did.
enum SyncStatus: Equatable, Sendable {
  case idle
  case running(SyncCounts, isStopping: Bool)
  /// Shown until the next key.
  case ended(SyncEnd)

  var isRunning: Bool {
    if case .running = self { return true }
    return false
  }
}
