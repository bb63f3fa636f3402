#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs a body in which writing to a closed connection is an error and not the end of the program.
///
/// The encryption library writes without the flag that suppresses SIGPIPE. Masking the signal on this thread leaves the
/// rest of the program as it is: a program whose output goes to a closed pipe still ends by it.
func withoutBrokenPipeSignals<Result>(_ body: () throws -> Result) rethrows -> Result {
  var pipeOnly = sigset_t()
  var before = sigset_t()
  sigemptyset(&pipeOnly)
  sigaddset(&pipeOnly, SIGPIPE)
  let wasPending = isPending(SIGPIPE)
  pthread_sigmask(SIG_BLOCK, &pipeOnly, &before)
  defer {
    if !wasPending && isPending(SIGPIPE) {
      var taken: Int32 = 0
      sigwait(&pipeOnly, &taken)
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
  return try body()
}

private func isPending(_ signal: Int32) -> Bool {
  var pending = sigset_t()
  sigpending(&pending)
  return sigismember(&pending, signal) == 1
}
