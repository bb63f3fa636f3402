import EventModel

/// A sync that took place, but of which the database could not keep a record.
public struct UnrecordedRunError: Error, CustomStringConvertible {
  /// The run, which is to be reported all the same.
  public let run: SyncRun
  /// Why it could not be recorded, in one sentence.
  public let message: String

  /// The same as ``message``.
  public var description: String { message }
}
