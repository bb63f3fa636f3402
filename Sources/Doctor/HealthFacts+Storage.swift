import EventModel
import EventStore

extension HealthFacts {
  private static let littleRoom: Int64 = 100 << 20
  private static let noRoom: Int64 = 10 << 20
  /// A sync lets the log grow to 64 MiB, which is no sign of anything.
  private static let longLog: Int64 = 256 << 20

  /// The database: what it is, whether it is whole, and whether there is room.
  var storageFindings: [Finding] {
    switch storage.state {
    case .missing: [missingFinding, roomFinding]
    case .unusable(let sentence): [Finding("database", problem: sentence)]
    case .ready(let contents):
      [Finding("database", ok: "\(storage.path) is a database of Pivotal"), wholenessFinding(contents)]
        + [schemaFinding(contents), logFinding(contents), permissionsFinding, roomFinding]
    }
  }

  private var missingFinding: Finding {
    storage.isWritable
      ? Finding("database", ok: "\(storage.path) is not there yet; it is made when it is first used")
      : Finding(
        "database", problem: "\(storage.path) is not there and cannot be made",
        "set PIVOTAL_DATABASE to a path that can be written")
  }

  private func wholenessFinding(_ contents: StorageInspection.Contents) -> Finding {
    guard let damage = contents.damage.first else { return Finding("integrity", ok: "the database is undamaged") }
    return Finding(
      "integrity", problem: "the database is damaged (\(cleanedLine(String(damage.prefix(200)))))",
      "put a backup in its place")
  }

  private func schemaFinding(_ contents: StorageInspection.Contents) -> Finding {
    contents.steps == contents.knownSteps
      ? Finding("schema", ok: "its schema is the newest, step \(contents.steps)")
      : Finding(
        "schema", ok: "its schema is at step \(contents.steps) of \(contents.knownSteps); the next start brings it up")
  }

  private func logFinding(_ contents: StorageInspection.Contents) -> Finding {
    guard contents.hasLog else {
      return Finding(
        "log", warning: "the database keeps no write-ahead log yet", "nothing to do: the next start makes one")
    }
    guard storage.logBytes <= Self.longLog else {
      return Finding(
        "log", warning: "its log has grown to \(Self.megabytes(storage.logBytes)) MB",
        "end the editors that have been open for long, and it shrinks")
    }
    return Finding("log", ok: "its log has \(Self.megabytes(storage.logBytes)) MB")
  }

  private var permissionsFinding: Finding {
    guard storage.isWritable else {
      return Finding(
        "permissions", problem: "the database or its directory cannot be written",
        "make both writable to you, or set PIVOTAL_DATABASE to another path")
    }
    if let mode = storage.permissions, mode & 0o007 != 0 {
      return Finding("permissions", warning: "everybody on this machine can read it", "run `chmod o= \(storage.path)`")
    }
    return Finding("permissions", ok: "you can write it, and strangers cannot read it")
  }

  private var roomFinding: Finding {
    guard let free = storage.freeBytes else {
      return Finding("disk", warning: "the free space on its disk is unknown", "look at it with `df`")
    }
    let words = "its disk has \(Self.megabytes(free)) MB free"
    if free >= Self.littleRoom { return Finding("disk", ok: words) }
    return free < Self.noRoom
      ? Finding("disk", problem: words, "make room before anything is saved")
      : Finding("disk", warning: words, "make room soon")
  }

  private static func megabytes(_ bytes: Int64) -> String { grouped(Int(bytes >> 20)) }

  /// When the catalogue was brought up to date.
  var syncFindings: [Finding] {
    guard case .ready(let contents) = storage.state, contents.steps == contents.knownSteps, contents.damage.isEmpty
    else { return [] }
    guard let run = contents.lastRun else {
      return [Finding("last-sync", warning: "nothing has been synced yet", "run `pivotal sync`")]
    }
    let age = now.seconds - run.finishedAt.seconds
    let when = "the last sync ended \(Self.words(forAge: age)) ago"
    let failures = run.isSuccess ? [] : [failureFinding(run, when)]
    // One collection may have failed where another is only asked about.
    let complaints = failures + emptiedFindings(run, when)
    if !complaints.isEmpty { return complaints }
    return age > 7 * 86_400
      ? [Finding("last-sync", warning: when, "run `pivotal sync`, or let a timer run it")]
      : [Finding("last-sync", ok: "\(when), without errors")]
  }

  private func failureFinding(_ run: SyncRun, _ when: String) -> Finding {
    Finding("last-sync", warning: "\(when): \(run.message)", "run `pivotal sync --history` to see what went wrong")
  }

  /// The collections of which nothing was marked as gone, since too much would have been.
  private func emptiedFindings(_ run: SyncRun, _ when: String) -> [Finding] {
    CatalogueCollection.allCases.compactMap { collection in
      run.outcomes[collection]?.emptied.map { emptied in
        Finding(
          "last-sync", warning: "\(when): \(emptied.sentence(for: collection))",
          "look at the Centre, or accept that with `pivotal sync --accept-removals`")
      }
    }
  }

  private static func words(forAge seconds: Int64) -> String {
    let units: [(Int64, String)] = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
    let (size, name) = units.first { seconds >= 2 * $0.0 } ?? (1, "second")
    let count = max(0, seconds / size)
    return "\(count) \(name)\(count == 1 ? "" : "s")"
  }
}
