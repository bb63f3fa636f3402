import Synchronization
import TestSupport
import Testing

@testable import EventEditor

/// What the user says to a plan is for that plan and no other.
@Suite struct ApprovalTests {
  private let approval = Approval()

  @Test(arguments: [true, false]) func `A question gets the answer that is given after it`(_ isApproved: Bool) {
    #expect(approval.ask { approval.answer(isApproved) } == isApproved)
  }

  @Test func `An answer to nothing is not kept for the next question`() {
    approval.answer(true)
    #expect(!approval.ask { approval.answer(false) })
    #expect(
      approval.ask {
        approval.answer(true)
        approval.answer(false)
      })
    #expect(!approval.ask { approval.answer(false) })
  }

  @Test func `Once it is closed the answer is no, to the open question and without asking the next`() {
    #expect(!approval.ask { approval.close() })
    let isShown = Mutex(false)
    #expect(!approval.ask { isShown.withLock { $0 = true } })
    #expect(!isShown.withLock { $0 })
  }
}
