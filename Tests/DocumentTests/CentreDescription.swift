import Foundation
import JSONStream
import TestSupport

/// The files under `Assets` that people and programs read.
enum Documents {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file, by its path from the top of the package.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}

/// The OpenAPI document, taken apart as far as the tests ask for it.
struct CentreDescription {
  let document: JSONValue
  let schemas: SchemaCheck

  init() throws {
    document = try yamlDocument(try Documents.text("Assets/openapi/resources-centre.yaml"))
    schemas = SchemaCheck(document)
  }

  /// The addresses that are described.
  var paths: [String] { (document["paths"]?.members ?? []).map(\.key) }

  /// The operation at an address; all of them are GET.
  func operation(_ path: String) -> JSONValue? { document["paths"]?[path]?["get"] }

  /// The statuses that an operation may have.
  func statuses(_ path: String) -> [Int] {
    (operation(path)?["responses"]?.members ?? []).compactMap { Int($0.key) }
  }

  /// What is said of one answer.
  func response(_ path: String, _ status: Int) -> JSONValue? {
    schemas.resolved(operation(path)?["responses"]?["\(status)"])
  }

  /// All that the document holds, with the place of each, for rules that hold everywhere.
  func everything() -> [(place: String, value: JSONValue)] {
    var found: [(String, JSONValue)] = []
    func walk(_ value: JSONValue, _ place: String) {
      found.append((place, value))
      for member in value.members ?? [] { walk(member.value, "\(place)/\(member.key)") }
      for (index, element) in (value.elements ?? []).enumerated() { walk(element, "\(place)/\(index)") }
    }
    walk(document, "#")
    return found
  }
}
