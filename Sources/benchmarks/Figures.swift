import Foundation
import JSONStream

/// The largest amount of memory that the process has had, in tenths of a megabyte.
func peakMemory() -> Int {
  // RUSAGE_SELF, which is an enumeration in one C library and a number in another.
  let processItself: Int32 = 0
  var usage = rusage()
  getrusage(processItself, &usage)
  #if canImport(Darwin)
    return usage.ru_maxrss * 10 / 1_000_000
  #else
    return usage.ru_maxrss * 1024 * 10 / 1_000_000
  #endif
}

/// The time that the processors have spent on this process.
func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
}

extension JSONWriter {
  func member(_ name: String, text: String) {
    key(name)
    string(text)
  }

  func member(_ name: String, count: Int) {
    key(name)
    number(Int64(count))
  }

  func member(_ name: String, milliseconds: Duration) {
    let (seconds, attoseconds) = milliseconds.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    key(name)
    number(text: "\(microseconds / 1000).\(String(1000 + microseconds % 1000).dropFirst())")
  }

  func member(_ name: String, tenths: Int) {
    key(name)
    number(text: "\(tenths / 10).\(tenths % 10)")
  }
}
