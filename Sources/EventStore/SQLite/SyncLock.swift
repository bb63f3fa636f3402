import EventModel
import Foundation
import SQLiteKit
import Synchronization

/// Lets one sync of a database run at a time, whichever program it is in.
///
/// The lock is the operating system's, on a file beside the database, so that it goes with its holder however that one
/// ends. What the file says is only for whoever comes second.
final class SyncLock: Sendable {
  /// Who holds the lock, as the file says.
  struct Holder {
    let user: String
    let since: Instant
    let kind: SyncKind
  }

  /// Who had the lock before and did not give it back, having been killed; nil where it was given back.
  let brokenOff: Holder?
  /// The open file; nil once the lock was given back.
  private let held: Mutex<Int32?>

  /// Takes the lock.
  ///
  /// - Throws: ``StorageError/syncIsRunning(by:since:)`` where somebody has it.
  init(besideDatabase path: String, _ kind: SyncKind, user: String, now: Instant) throws {
    // By its real path, so that nobody passes by through a link.
    let file = realPath(path) + "-sync"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StorageError.failed("\(file) cannot be opened; check that you may write to it and to its directory.")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = errno == EWOULDBLOCK
      let holder = Self.holder(descriptor)
      close(descriptor)
      guard isTaken else {
        throw StorageError.failed("\(file) cannot be locked; put the database on a local disk.")
      }
      throw StorageError.syncIsRunning(by: holder?.user, since: holder?.since)
    }
    Self.giveAccess(descriptor, likeDatabase: path)
    brokenOff = Self.holder(descriptor)
    ftruncate(descriptor, 0)
    let line = Array("\(now.canonicalText) \(kind.rawValue) \(getpid()) \(user)\n".utf8)
    _ = line.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    held = Mutex(descriptor)
  }

  deinit {
    release()
  }

  /// Gives the lock back; safe to call again.
  func release() {
    held.withLock { held in
      guard let descriptor = held else { return }
      ftruncate(descriptor, 0)
      // Closing alone would leave the lock to a child process that is just being started and has the file for a moment.
      flock(descriptor, LOCK_UN)
      close(descriptor)
      held = nil
    }
  }

  /// Lets those at the lock who may write to the database, as SQLite does with its own files beside it.
  static func giveAccess(_ descriptor: Int32, likeDatabase path: String) {
    var database = stat()
    guard stat(path, &database) == 0 else { return }
    // Neither works on somebody else's file, which has what it needs already.
    _ = fchown(descriptor, uid_t.max, database.st_gid)
    _ = fchmod(descriptor, database.st_mode & 0o666)
  }

  /// Who has the lock, or had it last; nil where nobody has said so.
  private static func holder(_ descriptor: Int32) -> Holder? {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let line = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    let words = cleanedLine(line).split(separator: " ", maxSplits: 3).map(String.init)
    guard words.count == 4, let since = Instant(iso8601: words[0]), let kind = SyncKind(rawValue: words[1]) else {
      return nil
    }
    return Holder(user: "\(words[3]) (process \(words[2]))", since: since, kind: kind)
  }
}

extension SyncRun {
  /// What is to be said of a run that never said so itself, having been killed; nil of one that would change nothing.
  init?(brokenOff holder: SyncLock.Holder) {
    guard holder.kind != .plan else { return nil }
    var outcome = SyncOutcome()
    outcome.failure =
      "The sync that \(holder.user) began ended before it could say what it did; what it had stored is in, "
      + "and the next sync does the rest."
    let outcomes = CatalogueCollection.allCases.map { ($0, outcome) }
    self.init(
      startedAt: holder.since, finishedAt: holder.since, source: "",
      outcomes: Dictionary(uniqueKeysWithValues: outcomes))
  }
}

/// The right to sync, and the way to the staging.
final class SQLiteSyncTurn: SyncTurn {
  private let lock: SyncLock
  private let reader: SerialConnection
  /// How a staging opens a connection of its own.
  let opening: Opening
  /// When the sync began.
  let time: Instant

  init(lock: SyncLock, reader: SerialConnection, opening: Opening, at time: Instant) {
    self.lock = lock
    self.reader = reader
    self.opening = opening
    self.time = time
  }

  func end() {
    lock.release()
  }

  func staging(of collection: CatalogueCollection) -> any CatalogueStaging {
    SQLiteStaging(collection, turn: self)
  }

  /// How far a collection has been read, which is nil before the first time, and how many of its rows were deleted.
  func progress(
    of collection: CatalogueCollection
  ) throws -> (checkpoint: SyncCheckpoint?, deletions: Int64) {
    try translatingErrors(of: opening.file) {
      try reader.read { (try $0.checkpoint(of: collection), try $0.deletions(from: collection)) }
    }
  }
}
