import Dispatch
import EventModel
import Synchronization

/// Hands records on to a thread of its own, which decides and stages them while the next ones are being read.
///
/// They are handed on in their order, some at a time. Whoever reads waits where it is too far ahead, so that never more
/// than some hundred kilobytes of text are held.
final class RecordLine: RecordTaker {
  /// The first are handed on soon, so that both threads have something to do; later, more at a time costs less.
  private static let bytesAtFirst = 16 * 1024
  private static let bytesAtATime = 128 * 1024
  private static let timesAhead = 4

  private let staging: Staging
  private let queue = DispatchQueue(label: "stage records")
  private let places = DispatchSemaphore(value: timesAhead)
  private var records: [Result<CatalogueRecord, RecordDefect>] = []
  /// How many bytes of text the records have.
  private var bytes = 0
  /// How many are enough to be handed on.
  private var enough = bytesAtFirst

  init(_ intake: Intake) {
    staging = Staging(intake)
  }

  func take(_ record: Result<CatalogueRecord, RecordDefect>) throws {
    records.append(record)
    bytes += Self.cost(of: record)
    if bytes >= enough { try handOn() }
  }

  func restart() throws {
    forget()
    settle()
    try staging.restart()
  }

  /// Hands on what was taken and waits until all of it is staged.
  func finish() throws {
    try handOn()
    settle()
    try staging.check()
  }

  /// Waits until nothing is being staged any more; what was not handed on never will be.
  func settle() {
    queue.sync {}
  }

  /// Tells what has gone wrong with the staging, if anything has.
  func check() throws {
    try staging.check()
  }

  private func handOn() throws {
    try staging.check()
    staging.dropUsed()
    let records = records
    forget()
    enough = min(2 * enough, Self.bytesAtATime)
    places.wait()
    queue.async { [staging, places] in
      staging.take(records)
      places.signal()
    }
  }

  private func forget() {
    records.removeAll(keepingCapacity: true)
    bytes = 0
  }

  /// The bytes of a record's text, and a few for holding it.
  private static func cost(of record: Result<CatalogueRecord, RecordDefect>) -> Int {
    guard case .success(let record) = record else { return 256 }
    return record.values.reduce(64 + record.externalID.utf8.count) { $0 + $1.utf8.count }
  }

  /// What the queue's thread works with, and what went wrong there.
  // Safe to pass between threads: only one of them uses the intake at a time, since whoever reads waits for the queue.
  private final class Staging: @unchecked Sendable {
    private let intake: Intake
    private let failure = Mutex<(any Error)?>(nil)
    /// What was staged; the thread that made it gives its memory back, since both would wait for each other otherwise.
    private let used = Mutex<[[Result<CatalogueRecord, RecordDefect>]]>([])

    init(_ intake: Intake) {
      self.intake = intake
    }

    func take(_ records: [Result<CatalogueRecord, RecordDefect>]) {
      defer { used.withLock { $0.append(records) } }
      if failure.withLock({ $0 != nil }) { return }
      do {
        try intake.staging.batch { for record in records { try intake.take(record) } }
      } catch {
        failure.withLock { $0 = error }
      }
    }

    func dropUsed() {
      // Outside the lock, which the other thread needs.
      _ = used.withLock { used in
        defer { used = [] }
        return used
      }
    }

    func restart() throws {
      try check()
      try intake.restart()
    }

    func check() throws {
      if let failure = failure.withLock({ $0 }) { throw failure }
    }
  }
}
