/// A body that is made while it is sent, so that no memory has to hold all of it.
///
/// One thread at a time reads it, from its start; it is let go at its end, or where the client is gone before that.
public protocol HTTPBodyStream: AnyObject, Sendable {
  /// Puts the next bytes into a buffer, and gives their number; 0 at the end.
  ///
  /// What it throws breaks the answer off in a way that the client can tell from its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}
