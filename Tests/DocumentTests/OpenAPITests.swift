import JSONStream
import TestSupport
import Testing

/// The OpenAPI document of the Resources Centre, as a document.
@Suite struct OpenAPITests {
  private let centre: CentreDescription

  init() throws {
    centre = try CentreDescription()
  }

  @Test func `It is OpenAPI 3_1 with a title, a version and operations`() {
    #expect(centre.document["openapi"] == .string("3.1.0"))
    #expect(centre.document["info"]?["title"]?.text?.isEmpty == false)
    #expect(centre.document["info"]?["version"]?.text?.isEmpty == false)
    let known = ["openapi", "info", "servers", "security", "tags", "paths", "components"]
    #expect((centre.document.members ?? []).map(\.key) == known)
    #expect(!centre.paths.isEmpty && centre.paths.allSatisfy { $0.hasPrefix("/") })
  }

  @Test func `Every reference leads somewhere, and everything it could lead to is used`() {
    let references = Set(centre.everything().compactMap { $0.value["$ref"]?.text })
    #expect(!references.isEmpty)
    for reference in references { #expect(centre.schemas.target(reference) != nil, "\(reference)") }
    for kind in ["parameters", "headers", "responses", "schemas"] {
      for member in centre.document["components"]?[kind]?.members ?? [] {
        #expect(references.contains("#/components/\(kind)/\(member.key)"), "nobody uses \(member.key)")
      }
    }
  }

  @Test func `Every operation is complete`() {
    var names: Set<String> = []
    for path in centre.paths {
      #expect((centre.document["paths"]?[path]?.members ?? []).map(\.key) == ["get"], "\(path)")
      let operation = centre.operation(path)
      let isNew = names.insert(operation?["operationId"]?.text ?? "").inserted
      #expect(isNew, "\(path)")
      #expect(operation?["summary"]?.text?.hasSuffix(".") == true, "\(path)")
      #expect(centre.statuses(path).contains(200), "\(path)")
      for status in centre.statuses(path) {
        let response = centre.response(path, status)
        #expect(response?["description"]?.text?.isEmpty == false, "\(path) \(status)")
        #expect((response?["content"] == nil) == (status == 304), "\(path) \(status)")
      }
      for parameter in operation?["parameters"]?.elements ?? [] {
        let parameter = centre.schemas.resolved(parameter)
        #expect(["query", "header"].contains(parameter?["in"]?.text), "\(path)")
        #expect(parameter?["schema"] != nil && parameter?["description"] != nil, "\(path)")
        if let example = parameter?["example"] {
          #expect(centre.schemas.flaws(example, parameter?["schema"], at: "example") == [])
        }
      }
    }
  }

  @Test func `Every object is closed, and requires only what it has`() {
    let objects = centre.everything().filter { $0.value["type"] == .string("object") }
    #expect(objects.count > 8)
    for (place, object) in objects {
      #expect(object["additionalProperties"] == .bool(false), "\(place)")
      for name in object["required"]?.elements ?? [] {
        #expect(object["properties"]?[name.text ?? ""] != nil, "\(place) \(name)")
      }
    }
  }

  @Test func `Every pattern can be read, and every scheme of security is there`() {
    for (place, value) in centre.everything() {
      guard let pattern = value["pattern"]?.text else { continue }
      #expect(throws: Never.self, "\(place)") { try Regex(pattern) }
    }
    let schemes = (centre.document["components"]?["securitySchemes"]?.members ?? []).map(\.key)
    #expect(centre.document["security"]?.elements?.first?.members?.map(\.key) == schemes)
  }

  @Test(
    arguments: [
      ("[1, {a: b, c: \"1\"}, ~]", #"[1,{"a":"b","c":"1"},null]"#),
      ("a: &x {b: 1}\nc: *x", #"{"a":{"b":1},"c":{"b":1}}"#),
      ("t: >-\n  one\n  two", #"{"t":"one two"}"#), ("'true': true", #"{"true":true}"#),
    ])
  func `YAML is read as what it stands for`(_ text: String, _ json: String) throws {
    #expect(try yamlDocument(text).json() == json)
  }

  @Test func `What is no YAML is refused`() {
    #expect(throws: TestFailure.self) { try yamlDocument("a: [1") }
    #expect(throws: TestFailure.self) { try yamlDocument("") }
  }
}
