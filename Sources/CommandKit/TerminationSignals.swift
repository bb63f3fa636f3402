#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Holds back the signals that ask a program to end, so that it can wait for one and then end in order.
///
/// Make it before any thread is started, since a thread holds back what the one that started it does. The signal is
/// waited for rather than handled: a handler may do next to nothing, and the waiting thread may do all.
public struct TerminationSignals: Sendable {
  /// Holds the signals back from now on.
  public init() {
    var signals = Self.signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits until one of them has come.
  public func wait() {
    var signals = Self.signals
    var received: Int32 = 0
    while sigwait(&signals, &received) != 0 {}
  }

  private static var signals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }
}
