extension JSONValue {
  /// The value as JSON text; pretty text has each member and element on its own line.
  public func json(pretty: Bool = false) -> String {
    let writer = JSONWriter(pretty: pretty)
    writer.value(self)
    return writer.text
  }
}

extension JSONWriter {
  /// Writes a whole value.
  public func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let text): number(text: text)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      elements.forEach(self.value)
      endArray()
    case .object(let members):
      beginObject()
      members.forEach(member)
      endObject()
    }
  }

  private func member(_ member: JSONMember) {
    key(member.key)
    value(member.value)
  }
}
