import CentreServer
import CommandKit
import Foundation

/// Where the data is, as the command line and the environment say.
struct CentrePlace {
  /// The option that every command has.
  static let option = OptionSpec(
    "data", .text("PATH"), summary: "The database, or the directory with it, instead of the usual one.")

  private let given: String?
  private let usual: String

  init(_ command: ParsedCommand, _ environment: [String: String]) {
    given = command.text("data")
    let variable = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base = variable ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
    usual = base + "/resources-centre/centre.db"
  }

  /// The database to change; it is made where there is none.
  func store() throws -> CentreStore {
    guard let given else { return try CentreStore(path: usual) }
    return try CentreStore(path: Self.isDirectory(given) ? given + "/centre.db" : given)
  }

  /// What is served: a database, or files with records as they are; nil where nothing is named and nothing is there.
  func servedStore() throws -> CentreStore? {
    guard let given else { return Self.exists(usual) ? try CentreStore(path: usual) : nil }
    if Self.isDirectory(given) {
      let database = given + "/centre.db"
      if Self.exists(database) { return try CentreStore(path: database) }
      return try .temporary(holding: CentreData(directory: given))
    }
    guard Self.exists(given) else {
      throw CentreError("There is no directory \(given), nor a database; name one, or import some data first.")
    }
    if ["jsonl", "csv"].contains(URL(fileURLWithPath: given).pathExtension.lowercased()) {
      return try .temporary(holding: CentreData(file: given))
    }
    return try CentreStore(path: given)
  }

  private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether there is a directory at a path.
  static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
