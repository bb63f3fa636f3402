import CYaml
import JSONStream
import TestSupport

/// Reads a YAML document as the JSON value that it stands for; aliases are what they name.
func yamlDocument(_ text: String) throws -> JSONValue {
  var parser = yaml_parser_t()
  var document = yaml_document_t()
  guard yaml_parser_initialize(&parser) == 1 else { throw TestFailure("The YAML parser cannot be made") }
  defer { yaml_parser_delete(&parser) }
  let bytes = Array(text.utf8)
  return try bytes.withUnsafeBufferPointer { buffer in
    yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
    guard yaml_parser_load(&parser, &document) == 1 else {
      throw TestFailure(
        "Line \(parser.problem_mark.line + 1): \(parser.problem.map { String(cString: $0) } ?? "no YAML")")
    }
    defer { yaml_document_delete(&document) }
    return try value(yaml_document_get_root_node(&document), in: &document)
  }
}

private func value(_ node: UnsafeMutablePointer<yaml_node_t>?, in document: inout yaml_document_t) throws -> JSONValue {
  guard let node = node?.pointee else { throw TestFailure("The document is empty") }
  switch node.type {
  case YAML_SCALAR_NODE: return scalar(node)
  case YAML_SEQUENCE_NODE:
    let items = node.data.sequence.items
    return .array(
      try UnsafeBufferPointer(start: items.start, count: items.top - items.start).map {
        try value(yaml_document_get_node(&document, $0), in: &document)
      })
  default:
    let pairs = node.data.mapping.pairs
    return .object(
      try UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start).map { pair in
        guard case .string(let key)? = yaml_document_get_node(&document, pair.key).map({ scalarText($0.pointee) })
        else {
          throw TestFailure("A key is no text")
        }
        return JSONMember(key, try value(yaml_document_get_node(&document, pair.value), in: &document))
      })
  }
}

private func scalarText(_ node: yaml_node_t) -> JSONValue {
  let scalar = node.data.scalar
  return .string(String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self))
}

/// A scalar by the core schema of YAML 1.2, as far as it is used: quoted ones are texts.
private func scalar(_ node: yaml_node_t) -> JSONValue {
  guard case .string(let text) = scalarText(node), node.data.scalar.style == YAML_PLAIN_SCALAR_STYLE else {
    return scalarText(node)
  }
  switch text {
  case "true": return .bool(true)
  case "false": return .bool(false)
  case "null", "~", "": return .null
  default: return Int(text) == nil ? .string(text) : .number(text)
  }
}
