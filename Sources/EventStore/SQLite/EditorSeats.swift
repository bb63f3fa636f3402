import Foundation
import Synchronization

/// Who of the editors that keep drafts still runs.
///
/// Each has a seat of its own: the operating system's lock on one byte of a file beside the database, which goes with
/// its holder however that one ends. Numbers of processes would not do: in a container every program has the same one,
/// and after a restart somebody else has it.
final class EditorSeats: Sendable {
  private struct State {
    var descriptor: Int32?
    var own: Int64?
  }

  private let database: String
  private let state = Mutex(State())

  /// Seats are numbered beyond all processes, whose numbers stand in drafts of earlier versions.
  private static let numbers: ClosedRange<Int64> = 5_000_000...0x7FFF_FFFF

  /// Takes no seat yet, and opens no file.
  init(besideDatabase path: String) {
    database = path
  }

  deinit {
    if let descriptor = state.withLock({ $0.descriptor }) { close(descriptor) }
  }

  /// The seat of this editor, which it takes when it first asks for it.
  func own() throws -> Int64 {
    try state.withLock { state in
      if let own = state.own { return own }
      let descriptor = try open(&state)
      while true {
        let number = Int64.random(in: Self.numbers)
        if try lock(descriptor, number, takeLock) != nil {
          state.own = number
          return number
        }
      }
    }
  }

  /// Whether an editor sits there that still runs, be it this one.
  func isTaken(_ number: Int64) throws -> Bool {
    try state.withLock { state in
      if number == state.own { return true }
      guard Self.numbers.contains(number) else { return false }
      return try lock(try open(&state), number, askForLock)?.l_type != Int16(F_UNLCK)
    }
  }

  /// Asks for the lock on a byte; nil where another one has it.
  private func lock(_ descriptor: Int32, _ number: Int64, _ command: Int32) throws -> flock? {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(number)
    lock.l_len = 1
    if fcntl(descriptor, command, &lock) == 0 { return lock }
    guard errno == EAGAIN || errno == EACCES else {
      throw StorageError.failed("\(realPath(database))-editors cannot be locked; put the database on a local disk.")
    }
    return nil
  }

  private func open(_ state: inout State) throws -> Int32 {
    if let descriptor = state.descriptor { return descriptor }
    // By its real path, so that an editor that came through a link sits among the others.
    let file = realPath(database) + "-editors"
    let descriptor = Foundation.open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StorageError.failed("\(file) cannot be opened; check that you may write to it and to its directory.")
    }
    SyncLock.giveAccess(descriptor, likeDatabase: database)
    state.descriptor = descriptor
    return descriptor
  }
}

// Locks that belong to the open file, so that two storages of one process are two editors. Glibc's own names for the
// commands are not visible in Swift.
#if os(Linux)
  private let askForLock: Int32 = 36
  private let takeLock: Int32 = 37
#else
  private let askForLock = F_OFD_GETLK
  private let takeLock = F_OFD_SETLK
#endif
