import EventModel

/// Whether a sync runs, and what the last one did.
enum SyncStatus: Equatable, Sendable {
  case idle
  case running(RunningSync)
  /// What it would do is known, and it waits to be told whether to do it.
  case planned(SyncPreview)
  /// Shown until the next key.
  case ended(SyncEnd)

  /// Whether one is being read or stored, which Esc stops.
  var isRunning: Bool {
    if case .running = self { return true }
    return false
  }

  /// Whether one is being read or stored that nobody has stopped yet.
  var canBeStopped: Bool {
    if case .running(let running) = self { return !running.isStopping }
    return false
  }

  /// Notes that the user does something else meanwhile.
  mutating func goOnWithoutWaiting() {
    guard case .running(var running) = self else { return }
    running.isWaitedFor = false
    self = .running(running)
  }

  /// Whether another one may be started.
  var isOver: Bool {
    switch self {
    case .idle, .ended: true
    case .running, .planned: false
    }
  }
}

/// A sync on its way.
struct RunningSync: Equatable, Sendable {
  let request: SyncRequest
  var counts: SyncCounts = [:]
  var isStopping = false
  /// Whether nothing was pressed since it was asked for, so that a key can be meant for what it brings.
  var isWaitedFor = true
}
