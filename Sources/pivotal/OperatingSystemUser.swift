import Foundation

/// Who runs the program, as the operating system knows it and no variable can change.
enum OperatingSystemUser {
  /// The name of the account; of one that has none, its number with a `#` before it.
  static let name: String = {
    let id = geteuid()
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    // The entry points into the memory that is lent to the call, and is read while that is there.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { memory in
      guard let start = memory.baseAddress, getpwuid_r(id, &entry, start, memory.count, &found) == 0,
        let name = found?.pointee.pw_name
      else { return "#\(id)" }
      return String(cString: name)
    }
  }()
}
