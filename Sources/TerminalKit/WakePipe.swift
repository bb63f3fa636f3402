import Foundation

/// A pipe to oneself, which wakes whoever waits for descriptors.
final class WakePipe: Sendable {
  /// Can be read when somebody has called.
  let readEnd: Int32
  /// What a signal's handler may write a byte to, which is all that it may do.
  let writeEnd: Int32

  /// Makes a pipe; nil when the process has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Wakes the reader.
  func wake() {
    Self.wake(writeEnd)
  }

  /// Wakes the reader of a pipe by its end, as a signal's handler has to.
  static func wake(_ writeEnd: Int32) {
    var byte: UInt8 = 1
    // A full pipe is as good as a written one: the reader wakes either way.
    _ = write(writeEnd, &byte, 1)
  }

  /// Takes all calls, so that the next one wakes anew.
  func drain() {
    var drained = [UInt8](repeating: 0, count: 256)
    while read(readEnd, &drained, drained.count) > 0 {}
  }
}
