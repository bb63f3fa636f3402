import Synchronization

/// A connection that several threads share, one at a time.
package final class SerialConnection: Sendable {
  private let connection: Mutex<SQLiteConnection>

  /// Takes over a connection that nobody else keeps.
  package init(_ connection: sending SQLiteConnection) {
    self.connection = Mutex(connection)
  }

  /// Runs the body in a transaction that only reads.
  package func read<Value: Sendable>(_ body: @Sendable (SQLiteConnection) throws -> Value) throws -> Value {
    try connection.withLock { try $0.read(body) }
  }

  /// Runs the body in a transaction that holds the write lock; an error undoes all of it.
  package func write<Value: Sendable>(_ body: @Sendable (SQLiteConnection) throws -> Value) throws -> Value {
    try connection.withLock { try $0.write(body) }
  }

  /// Runs the body outside any transaction.
  package func use<Value: Sendable>(_ body: @Sendable (SQLiteConnection) throws -> Value) throws -> Value {
    try connection.withLock { try body($0) }
  }
}
