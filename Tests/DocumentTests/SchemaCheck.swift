import EventModel
import Foundation
import JSONStream

/// Holds values against the schemas of an OpenAPI document, and remembers which members it has seen.
///
/// It knows the keywords that the document uses, and takes any other for a flaw, so that nothing is written there which
/// is not checked.
final class SchemaCheck {
  /// The members that values had, as `Speaker.name`.
  private(set) var seen: Set<String> = []
  private let document: JSONValue

  init(_ document: JSONValue) {
    self.document = document
  }

  /// What a reference within the document leads to.
  func target(_ reference: String) -> JSONValue? {
    guard reference.hasPrefix("#/") else { return nil }
    return reference.dropFirst(2).split(separator: "/").reduce(document as JSONValue?) { $0?[String($1)] }
  }

  /// The same value, or what it refers to.
  func resolved(_ value: JSONValue?) -> JSONValue? {
    guard let reference = value?["$ref"]?.text else { return value }
    return resolved(target(reference))
  }

  /// What is wrong with a value; empty where nothing is.
  func flaws(_ value: JSONValue, _ schema: JSONValue?, at place: String) -> [String] {
    guard let schema, let keywords = schema.members else { return ["\(place): there is no schema"] }
    if let reference = schema["$ref"]?.text {
      let name = reference.split(separator: "/").last.map(String.init) ?? place
      return flaws(value, target(reference), at: name)
    }
    return keywords.flatMap { flaws(value, $0.key, $0.value, schema, at: place) }
  }

  private func flaws(
    _ value: JSONValue, _ keyword: String, _ wanted: JSONValue, _ schema: JSONValue, at place: String
  ) -> [String] {
    let isRight: Bool
    switch keyword {
    case "description", "example": return []
    case "properties": return propertyFlaws(value, wanted, at: place)
    case "items": return (value.elements ?? []).flatMap { flaws($0, wanted, at: "\(place)[]") }
    case "oneOf":
      let matching = (wanted.elements ?? []).filter { matches(value, $0) }
      return matching.count == 1
        ? flaws(value, matching.first, at: place) : ["\(place): \(matching.count) of the choices are right"]
    case "type": isRight = (wanted.elements ?? [wanted]).contains { hasType(value, $0.text ?? "") }
    case "const": isRight = value == wanted
    case "required": isRight = (wanted.elements ?? []).allSatisfy { value[$0.text ?? ""] != nil }
    case "additionalProperties":
      isRight = (value.members ?? []).allSatisfy { schema["properties"]?[$0.key] != nil }
    case "minLength": isRight = length(value).map { $0 >= wanted.integer ?? .max } ?? true
    case "maxLength": isRight = length(value).map { $0 <= wanted.integer ?? 0 } ?? true
    case "minimum": isRight = value.integer.map { $0 >= wanted.integer ?? .max } ?? true
    case "maximum": isRight = value.integer.map { $0 <= wanted.integer ?? .min } ?? true
    case "pattern":
      isRight = value.text.map { $0.range(of: wanted.text ?? "[", options: .regularExpression) != nil } ?? true
    case "format":
      isRight = wanted == .string("date-time") && value.text.map { Instant(timestamp: $0) != nil } ?? true
    default: return ["\(place): nobody checks \(keyword)"]
    }
    return isRight ? [] : ["\(place): \(value) does not have \(keyword) \(wanted)"]
  }

  private func propertyFlaws(_ value: JSONValue, _ properties: JSONValue, at place: String) -> [String] {
    (value.members ?? []).flatMap { member -> [String] in
      guard let schema = properties[member.key] else { return [] }
      seen.insert("\(place).\(member.key)")
      return flaws(member.value, schema, at: "\(place).\(member.key)")
    }
  }

  /// Whether a value fits a choice; what it sees on the way does not count.
  private func matches(_ value: JSONValue, _ schema: JSONValue) -> Bool {
    let before = seen
    defer { seen = before }
    return flaws(value, schema, at: "").isEmpty
  }

  private func hasType(_ value: JSONValue, _ type: String) -> Bool {
    switch value {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .number: type == "number" || type == "integer" && value.integer != nil
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }

  private func length(_ value: JSONValue) -> Int64? {
    value.text.map { Int64($0.unicodeScalars.count) }
  }
}
