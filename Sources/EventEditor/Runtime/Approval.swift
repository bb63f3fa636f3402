import Dispatch
import Synchronization

/// A question that one thread asks and waits with, and another thread answers.
///
/// An answer that nobody waits for is for no question, above all not for the next one.
final class Approval: Sendable {
  /// One question, with the answer once it is there.
  private final class Question: Sendable {
    private let reply = Mutex(false)
    private let arrival = DispatchSemaphore(value: 0)

    func answer(_ isApproved: Bool) {
      reply.withLock { $0 = isApproved }
      arrival.signal()
    }

    func wait() -> Bool {
      arrival.wait()
      return reply.withLock { $0 }
    }
  }

  private enum State {
    case silent
    case asked(Question)
    case closed
  }

  private let state = Mutex(State.silent)

  /// Asks, and waits for the answer; once closed it is no without asking.
  ///
  /// - Parameter show: Puts the question to whoever is to answer.
  /// - Returns: The answer.
  func ask(_ show: () -> Void) -> Bool {
    let question = Question()
    let isOpen = state.withLock { state in
      if case .closed = state { return false }
      state = .asked(question)
      return true
    }
    guard isOpen else { return false }
    show()
    return question.wait()
  }

  /// Answers the question that is open, if there is one.
  func answer(_ isApproved: Bool) {
    settle(isApproved, then: .silent)
  }

  /// Answers no, now and to whatever is asked from now on.
  func close() {
    settle(false, then: .closed)
  }

  private func settle(_ isApproved: Bool, then next: State) {
    let question: Question? = state.withLock { state in
      guard case .asked(let question) = state else {
        if case .closed = next { state = next }
        return nil
      }
      state = next
      return question
    }
    question?.answer(isApproved)
  }
}
