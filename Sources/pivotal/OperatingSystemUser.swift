import Foundation

/// Who runs the program, as the operating system knows it and no variable can change.
enum OperatingSystemUser {
  /// The name of the account; of one that has none, its number with a `#` before it.
  static let name: String = {
    let id = geteuid()
    var buffer = [CChar](repeating: 0, count: 16_384)
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    guard getpwuid_r(id, &entry, &buffer, buffer.count, &found) == 0, let name = found?.pointee.pw_name else {
      return "#\(id)"
    }
    return String(cString: name)
  }()
}
