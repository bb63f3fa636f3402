/// One step through a JSON document, in the order of its text.
///
/// The bytes of a name, a string or a number lie in the parser's own memory: they hold valid UTF-8 and are gone when the
/// handler returns.
public enum JSONEvent {
  /// The literal `null`.
  case null
  /// The literal `true` or `false`.
  case bool(Bool)
  /// A number as it is written, whatever its size: `1`, `-0.5e+300`.
  case number(UnsafeBufferPointer<UInt8>)
  /// A string, its escapes decoded.
  case string(UnsafeBufferPointer<UInt8>)
  /// `{`
  case beginObject
  /// The name of the member whose value comes next, its escapes decoded.
  case key(UnsafeBufferPointer<UInt8>)
  /// `}`
  case endObject
  /// `[`
  case beginArray
  /// `]`
  case endArray
}

/// Takes the events of a document while a ``JSONReader`` reads it.
public protocol JSONEventHandler: AnyObject {
  /// Takes one event, with the number of bytes of the document that have been read, those of the event included.
  ///
  /// An error stops the reading and comes out of ``JSONReader/feed(_:)-(UnsafeRawBufferPointer)``.
  func handle(_ event: JSONEvent, at offset: Int) throws
}
