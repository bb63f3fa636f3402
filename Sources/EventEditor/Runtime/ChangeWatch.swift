import Dispatch
import EventModel
import Synchronization

/// Asks every second what was changed, which costs next to nothing, and tells what there is to be read again.
final class ChangeWatch: Sendable {
  private let revisions: @Sendable () throws -> Revisions
  // Safe to use from anywhere, as all of its library's sources are.
  private nonisolated(unsafe) let timer: any DispatchSourceTimer
  /// What has been read, or is about to be.
  private let known = Mutex<Revisions?>(nil)

  private static let interval = DispatchTimeInterval.seconds(1)

  /// Something that is read again by itself.
  enum Concern: Sendable {
    case events
    case catalogue
    case syncs

    fileprivate var number: WritableKeyPath<Revisions, Int64> {
      switch self {
      case .events: \.events
      case .catalogue: \.catalogue
      case .syncs: \.syncs
      }
    }
  }

  /// Makes a watch that asks on a queue, once it is started.
  init(on queue: DispatchQueue, revisions: @escaping @Sendable () throws -> Revisions) {
    self.revisions = revisions
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.activate()
  }

  /// Starts to ask; where nothing was noted before, what is there at first is taken as read.
  func start(_ tell: @escaping @Sendable (Concern) -> Void) {
    timer.setEventHandler { [weak self] in self?.look(tell) }
    timer.schedule(deadline: .now(), repeating: Self.interval, leeway: .milliseconds(200))
  }

  /// Asks once, and tells each concern that was changed since it was read.
  func look(_ tell: (Concern) -> Void) {
    // Where the store cannot be read, the next one who needs it says so.
    guard let now = try? revisions() else { return }
    let before = known.withLock { known in
      defer { known = now }
      return known ?? now
    }
    for concern in [Concern.events, .catalogue, .syncs] {
      if before[keyPath: concern.number] != now[keyPath: concern.number] { tell(concern) }
    }
  }

  /// Takes what there is of a concern as read; to be called just before it is, so that no later change is missed.
  func note(_ concern: Concern) {
    guard let now = try? revisions() else { return }
    known.withLock { known in
      var new = known ?? now
      new[keyPath: concern.number] = now[keyPath: concern.number]
      known = new
    }
  }

  func stop() {
    timer.cancel()
  }
}
