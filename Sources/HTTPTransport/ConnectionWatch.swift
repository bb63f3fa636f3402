import Foundation
import Synchronization

/// Knows the open connections of a server, and ends those that are too slow to be worth their place.
///
/// The library ends a connection that is silent. One that says a byte now and then would keep its place, and with it a
/// state of the data that is being sent.
final class ConnectionWatch: Sendable {
  /// What a connection does, and since when.
  private struct Connection {
    let socket: Int32
    var since: ContinuousClock.Instant
    var phase: Phase
  }

  /// What is to be done next on a connection, and by whom.
  private enum Phase {
    /// The client is to send a whole request.
    case waiting
    /// We are to make an answer.
    case working
    /// The client is to take the answer, of which so many bytes were handed on.
    case sending(Int)
  }

  private let patience: Duration
  private let minimumSpeed: Int
  private let longestAnswer: Duration
  /// By the number that is made of each one's pointer, which is never followed here.
  private let connections = Mutex<[UInt: Connection]>([:])
  private let isStopped = Mutex(false)

  /// Makes a watch.
  ///
  /// - Parameters:
  ///   - patience: How long a request may take to come, and an answer before its speed is looked at.
  ///   - minimumSpeed: The bytes a second that an answer must be taken with on the whole.
  ///   - longestAnswer: How long an answer may be taken at most: however fast, it holds a state of the data.
  init(patience: Duration, minimumSpeed: Int, longestAnswer: Duration) {
    self.patience = patience
    self.minimumSpeed = minimumSpeed
    self.longestAnswer = longestAnswer
  }

  /// How many requests are being answered.
  var answering: Int {
    connections.withLock { connections in
      connections.values.count { if case .waiting = $0.phase { false } else { true } }
    }
  }

  /// Looks at the connections again and again, on a thread of its own, until it is stopped.
  func start() {
    let pause = min(patience.boundedMilliseconds / 4, 1000)
    Thread.detachNewThread {
      while !self.isStopped.withLock({ $0 }) {
        self.endSlow(at: .now)
        usleep(UInt32(clamping: pause * 1000))
      }
    }
  }

  /// Ends the watching.
  func stop() {
    isStopped.withLock { $0 = true }
  }

  func opened(_ connection: OpaquePointer, socket: Int32) {
    let id = UInt(bitPattern: connection)
    connections.withLock { $0[id] = Connection(socket: socket, since: .now, phase: .waiting) }
  }

  /// Forgets a connection, before its socket may be another's.
  func closed(_ connection: OpaquePointer) {
    let id = UInt(bitPattern: connection)
    connections.withLock { _ = $0.removeValue(forKey: id) }
  }

  /// A whole request has come.
  func beginsWork(_ connection: OpaquePointer) { set(.working, connection) }

  /// There is an answer to send.
  func beginsSending(_ connection: OpaquePointer) { set(.sending(0), connection) }

  /// The answer was sent, or given up.
  func endsAnswer(_ connection: OpaquePointer) { set(.waiting, connection) }

  /// More bytes of the answer were handed on.
  func sends(_ count: Int, on connection: OpaquePointer) {
    let id = UInt(bitPattern: connection)
    connections.withLock { connections in
      guard case .sending(let sent) = connections[id]?.phase else { return }
      connections[id]?.phase = .sending(sent + count)
    }
  }

  private func set(_ phase: Phase, _ connection: OpaquePointer) {
    let id = UInt(bitPattern: connection)
    connections.withLock { connections in
      connections[id]?.since = .now
      connections[id]?.phase = phase
    }
  }

  /// Shuts down the sockets of those that are too slow; the library then closes them.
  private func endSlow(at now: ContinuousClock.Instant) {
    connections.withLock { connections in
      for connection in connections.values where isTooSlow(connection, at: now) {
        shutdown(connection.socket, Int32(SHUT_RDWR))
      }
    }
  }

  private func isTooSlow(_ connection: Connection, at now: ContinuousClock.Instant) -> Bool {
    let time = connection.since.duration(to: now)
    guard time > patience else { return false }
    switch connection.phase {
    case .waiting: return true
    case .working: return false
    case .sending(let sent): return time > longestAnswer || sent < minimumSpeed * Int(clamping: time.components.seconds)
    }
  }
}
