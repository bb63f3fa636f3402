import Foundation
import Synchronization
import TestSupport
import Testing

@testable import EventEditor

/// Whether a signal has reached whoever had it before.
private let hasReachedOthers = Atomic(false)

@Suite("Signals while the editor runs")
struct SignalWatchTests {
  @Test func whenTheWatchEndsTheyDoWhatTheyDidBefore() {
    signal(SIGUSR2) { _ in hasReachedOthers.store(true, ordering: .relaxed) }
    defer { signal(SIGUSR2, SIG_DFL) }
    let isSeen = Seen()
    let watch = SignalWatch([SIGUSR2]) { isSeen.flag.store(true, ordering: .relaxed) }
    kill(getpid(), SIGUSR2)
    #expect(isMet(within: .seconds(20)) { isSeen.flag.load(ordering: .relaxed) })
    let hasPassedBy = hasReachedOthers.load(ordering: .relaxed)
    #expect(!hasPassedBy)
    watch.cancel()
    raiseHere(SIGUSR2)
    let isAsBefore = hasReachedOthers.load(ordering: .relaxed)
    #expect(isAsBefore)
  }
}

/// Sends this thread a signal, which tests' threads hold back otherwise.
private func raiseHere(_ number: Int32) {
  var signals = sigset_t()
  var before = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, number)
  pthread_sigmask(SIG_UNBLOCK, &signals, &before)
  raise(number)
  pthread_sigmask(SIG_SETMASK, &before, nil)
}

private final class Seen: Sendable {
  let flag = Atomic(false)
}
