import EventModel
import TerminalKit

extension EditorState {
  /// Starts a sync in the background; the screen underneath goes on as it was.
  mutating func startSync() -> [EditorEffect] {
    guard !sync.isRunning else { return [] }
    overlays = []
    sync = .running([:], isStopping: false)
    return [.startSync]
  }

  mutating func stopSync() -> [EditorEffect] {
    guard case .running(let counts, _) = sync else { return [] }
    sync = .running(counts, isStopping: true)
    return [.stopSync]
  }

  mutating func syncProgressed(_ counts: SyncCounts) {
    guard case .running(_, let isStopping) = sync else { return }
    sync = .running(counts, isStopping: isStopping)
  }

  mutating func syncEnded(_ end: SyncEnd) -> [EditorEffect] {
    sync = .ended(end)
    return [.loadChanges]
  }
}
