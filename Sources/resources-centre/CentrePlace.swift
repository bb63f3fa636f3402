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
  ///
  /// Not so beside files with records: from then on it would be served in their place, without them. Only an import of
  /// that very directory, named here, may make it.
  func store(importing source: String? = nil) throws -> CentreStore {
    guard let given else { return try CentreStore(path: usual) }
    // A name with a slash at its end is a directory's, also of one that is still to be made.
    guard Self.isDirectory(given) || given.hasSuffix("/") else { return try CentreStore(path: given) }
    let database = given + "/centre.db"
    guard Self.exists(database) || !CentreData.isHeld(in: given) || source.map({ Self.isSame($0, given) }) == true
    else {
      throw CentreError(
        "\(given) holds records in files, which a database there would hide; take them into it first, with "
          + "`resources-centre import \(given) --data \(given)`.")
    }
    return try CentreStore(path: database)
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
    if ["jsonl", "ndjson", "csv"].contains(URL(fileURLWithPath: given).pathExtension.lowercased()) {
      return try .temporary(holding: CentreData(file: given))
    }
    return try CentreStore(path: given)
  }

  private static func isSame(_ path: String, _ other: String) -> Bool {
    let urls = [path, other].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path }
    return urls.first == urls.last
  }

  private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether there is a directory at a path.
  static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
