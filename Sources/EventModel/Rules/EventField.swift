/// A field of an event, in the order in which forms and messages show them.
public enum EventField: String, CaseIterable, Hashable, Sendable {
  case title, starts, ends, timeZone, venue, city, link, capacity, status, organizer, sponsor, speakers, description

  /// What the field is called on the screen and in messages.
  public var label: String {
    switch self {
    case .title: "Title"
    case .starts: "Starts"
    case .ends: "Ends"
    case .timeZone: "Time zone"
    case .venue: "Venue"
    case .city: "City"
    case .link: "Link"
    case .capacity: "Capacity"
    case .status: "Status"
    case .organizer: "Organizer"
    case .sponsor: "Sponsor"
    case .speakers: "Speakers"
    case .description: "Description"
    }
  }

  /// How many characters (Unicode code points) the field, or each name in it, may have.
  public var maximumLength: Int {
    switch self {
    case .title: 200
    case .description: 100_000
    default: 500
    }
  }
}

/// What was typed into a field, as a value or as one sentence that says what is wrong with it.
public enum FieldReading<Value> {
  case valid(Value)
  case invalid(String)

  /// The value, where the text is valid.
  public var value: Value? {
    guard case .valid(let value) = self else { return nil }
    return value
  }

  /// What is wrong, where the text is not valid.
  public var message: String? {
    guard case .invalid(let message) = self else { return nil }
    return message
  }
}

extension FieldReading: Equatable where Value: Equatable {}
extension FieldReading: Sendable where Value: Sendable {}
