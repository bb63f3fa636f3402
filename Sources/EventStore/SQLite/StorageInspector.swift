import EventModel
import Foundation
import SQLiteKit

/// Finds out what can be said of a database file without changing it.
struct StorageInspector {
  private let path: String
  private let file: DatabaseFile

  init(location: String) {
    path = location
    file = DatabaseFile(path: location, kind: .pivotal(Migration.all))
  }

  func inspection() -> StorageInspection {
    var result = StorageInspection(path: path, state: .missing)
    if namesPostgreSQL(path) {
      result.path = "a PostgreSQL database"
      result.state = .unusable(noPostgreSQL)
      return result
    }
    let directory = existingDirectory()
    result.freeBytes = freeBytes(in: directory)
    result.isWritable = access(directory, W_OK) == 0
    var status = stat()
    guard stat(path, &status) == 0 else { return result }
    result.permissions = Int(status.st_mode & 0o777)
    result.isWritable = result.isWritable && access(path, W_OK) == 0
    result.logBytes = size(of: path + "-wal")
    result.state = state()
    return result
  }

  /// The directory that the file is in, or the nearest one above it that there is.
  private func existingDirectory() -> String {
    var url = URL(fileURLWithPath: path).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: url.path), url.path != "/" { url.deleteLastPathComponent() }
    return url.path
  }

  private func freeBytes(in directory: String) -> Int64? {
    var status = statvfs()
    guard statvfs(directory, &status) == 0 else { return nil }
    let (bytes, overflow) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
    return overflow ? .max : Int64(clamping: bytes)
  }

  private func size(of path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  private func state() -> StorageInspection.State {
    do {
      try file.prepare()
      // What other programs left in the log stays there; a log that is only made by looking goes again.
      let isLogLeft = size(of: path + "-wal") > 0
      let connection = try SQLiteConnection(path: path)
      connection.setCheckpointsOnClose(!isLogLeft)
      try connection.executeScript("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF;")
      switch file.identity(of: try connection.rawHeader(count: DatabaseFile.headerLength)) {
      case .empty: return .missing
      case .foreign: return .unusable(file.foreign.message)
      case .ours(let steps):
        if steps > Migration.all.count { return .unusable(file.newer.message) }
        return .ready(try contents(connection, steps: Int(steps)))
      }
    } catch let error as DatabaseError {
      return .unusable(error.message)
    } catch let error as SQLiteError {
      return .unusable(DatabaseError(error, file: file).message)
    } catch {
      return .unusable("\(error)")
    }
  }

  private func contents(_ connection: SQLiteConnection, steps: Int) throws -> StorageInspection.Contents {
    var contents = StorageInspection.Contents(steps: steps, knownSteps: Migration.all.count)
    do {
      contents.damage = try connection.query("PRAGMA quick_check(3)") { try $0.text() }.filter { $0 != "ok" }
      contents.hasLog = try connection.query("PRAGMA journal_mode") { try $0.text() }.first == "wal"
    } catch let error as SQLiteError where error.isDamage {
      contents.damage = [error.message]
    }
    // An older database is brought up to date by whoever opens it, which is not for an inspection to do.
    guard contents.damage.isEmpty, steps == Migration.all.count else { return contents }
    contents.summary = try? summarizedCatalogue(in: connection)
    contents.lastRun = try? latestSyncRuns(1, in: connection).first
    return contents
  }
}
