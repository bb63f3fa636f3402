import EventModel
import Foundation

extension Instant {
  /// The time of day by the system's clock.
  static var present: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: Int64(time.tv_sec), microseconds: Int64(time.tv_nsec) / 1000) ?? .earliest
  }
}
