#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a line to standard output at once, so that whoever waits for it sees it.
///
/// - Parameters:
///   - line: What is written.
///   - terminator: What is written after it; nothing for a part of a line.
/// - Throws: ``OutputError`` where it could not be written whole, so that no program ends well that has lost its output.
public func writeOutput(_ line: String, terminator: String = "\n") throws(OutputError) {
  guard write(line + terminator, to: STDOUT_FILENO) else { throw OutputError(reason: String(cString: strerror(errno))) }
}

/// Why the output of a program is not where it should be.
public struct OutputError: Error, CustomStringConvertible {
  let reason: String

  /// What is wrong, in one sentence.
  public var description: String { "Standard output could not be written (\(reason)); look at where it goes." }
}

/// Writes a line to standard error.
public func writeError(_ line: String) {
  // There is nobody else to tell.
  _ = write(line + "\n", to: STDERR_FILENO)
}

/// Writes a text and tells whether all of it was taken.
private func write(_ text: String, to descriptor: Int32) -> Bool {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}
