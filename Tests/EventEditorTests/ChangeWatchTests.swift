import Dispatch
import EventModel
import Synchronization
import TestSupport
import Testing

@testable import EventEditor

@Suite("Watching what others change")
struct ChangeWatchTests {
  private let queue = DispatchQueue(label: "test")
  private let store = Store()

  /// What the watch is asked to watch.
  private final class Store: Sendable {
    private let state = Mutex((revisions: Revisions(events: 5, catalogue: 7, syncs: 1), isReadable: true))

    func change(_ number: WritableKeyPath<Revisions, Int64> & Sendable) {
      state.withLock { $0.revisions[keyPath: number] += 1 }
    }
    func setReadable(_ isReadable: Bool) { state.withLock { $0.isReadable = isReadable } }
    func revisions() throws -> Revisions {
      try state.withLock { state in
        if !state.isReadable { throw Unreadable() }
        return state.revisions
      }
    }
  }

  private struct Unreadable: Error {}

  private func watch() -> ChangeWatch { ChangeWatch(on: queue, revisions: store.revisions) }

  private func told(_ watch: ChangeWatch) -> [ChangeWatch.Concern] {
    var result: [ChangeWatch.Concern] = []
    watch.look { result.append($0) }
    return result
  }

  @Test func eachConcernIsToldOnceAndOnlyWhereItWasChanged() {
    let watch = watch()
    #expect(told(watch) == [], "what is there at first is no change")
    store.change(\.events)
    #expect(told(watch) == [.events])
    #expect(told(watch) == [])
    store.change(\.catalogue)
    store.change(\.syncs)
    #expect(told(watch) == [.catalogue, .syncs])
  }

  @Test func whatWasJustReadIsNotReadAgain() {
    let watch = watch()
    _ = told(watch)
    store.change(\.events)
    watch.note(.events)
    store.change(\.catalogue)
    #expect(told(watch) == [.catalogue])
  }

  @Test func aChangeDuringTheFirstReadIsNotMissed() {
    let watch = watch()
    watch.note(.catalogue)
    store.change(\.catalogue)
    store.change(\.events)
    #expect(told(watch) == [.events, .catalogue])
  }

  @Test func aStoreThatCannotBeReadForAWhileLosesNothing() {
    let watch = watch()
    _ = told(watch)
    store.setReadable(false)
    store.change(\.events)
    #expect(told(watch) == [])
    store.setReadable(true)
    #expect(told(watch) == [.events])
  }

  @Test func itAsksByItselfAndStops() {
    let watch = watch()
    let count = Atomic(0)
    watch.note(.events)
    store.change(\.events)
    watch.start { _ in count.add(1, ordering: .relaxed) }
    #expect(isMet(within: .seconds(20)) { count.load(ordering: .relaxed) == 1 })
    store.change(\.events)
    #expect(isMet(within: .seconds(20)) { count.load(ordering: .relaxed) == 2 })
    watch.stop()
    store.change(\.events)
    queue.sync {}
    #expect(count.load(ordering: .relaxed) == 2)
  }
}
