import EventModel
import JSONStream

/// The known members of one record as they came, before anything is checked.
struct RawRecord: Equatable, Sendable {
  /// The values in the order of `keys(of:)`.
  private(set) var values: [RawValue]

  /// The members that are looked at; all others are ignored, whatever they hold.
  static func keys(of collection: CatalogueCollection) -> [String] {
    ["id", "updated_at", "deleted_at"] + collection.members
  }

  /// Makes a record without any member.
  init(_ collection: CatalogueCollection) {
    values = Array(repeating: .missing, count: Self.keys(of: collection).count)
  }

  var id: RawValue { values[0] }
  var updatedAt: RawValue { values[1] }
  /// Set where the Centre only says that it deleted the record.
  var deletedAt: RawValue { values[2] }
  /// The values of the collection's members, in their order.
  var members: ArraySlice<RawValue> { values[3...] }

  /// Sets the value of a member; of a name that comes twice the last one counts.
  mutating func set(_ key: Int, to value: RawValue) {
    values[key] = value
  }

  /// Forgets all values, to take the next record.
  mutating func clear() {
    for key in values.indices { values[key] = .missing }
  }
}

/// A JSON value as far as a record's members go: what is inside an array or object is of no interest.
enum RawValue: Equatable, Sendable {
  case missing, null, bool, array, object
  case number(String)
  case string(String)

  /// What a value is as its first event shows; nil for an event that begins none.
  init?(_ event: JSONEvent) {
    switch event {
    case .null: self = .null
    case .bool: self = .bool
    case .number(let text): self = .number(String(decoding: text, as: UTF8.self))
    case .string(let text): self = .string(String(decoding: text, as: UTF8.self))
    case .beginObject: self = .object
    case .beginArray: self = .array
    case .key, .endObject, .endArray: return nil
    }
  }

  /// What it is, for a sentence: "a number".
  var kind: String {
    switch self {
    case .missing: "missing"
    case .null: "null"
    case .bool: "true or false"
    case .array: "an array"
    case .object: "an object"
    case .number: "a number"
    case .string: "a text"
    }
  }
}
