import Foundation

/// A rule that an event breaks, and in which field.
public struct EventProblem: Equatable, Sendable {
  /// The field to change.
  public let field: EventField
  /// One sentence: what is wrong, with which value.
  public let message: String

  /// Makes a problem from its parts.
  public init(field: EventField, message: String) {
    self.field = field
    self.message = message
  }
}

extension EventDetails {
  /// Every rule that the details break, in the order of the fields; none where they can be saved.
  public func problems() -> [EventProblem] {
    EventField.allCases.compactMap { field in
      message(for: field).map { EventProblem(field: field, message: $0) }
    }
  }

  private func message(for field: EventField) -> String? {
    switch field {
    case .title: readTitle(title).message
    case .starts, .status: nil
    case .ends: endMessage
    case .timeZone: TimeZone(identifier: timeZone) == nil ? readTimeZone(timeZone).message : nil
    case .venue: venue.flatMap { readLine($0, for: field).message }
    case .city: city.flatMap { readLine($0, for: field).message }
    case .link: link.flatMap { readLink($0).message }
    case .capacity: capacity.flatMap { readCapacity(String($0)).message }
    case .organizer: organizer.flatMap { readLine($0, for: field).message }
    case .sponsor: sponsor.flatMap { readLine($0, for: field).message }
    case .speakers: readSpeakers(speakers).message
    case .description: readDescription(description).message
    }
  }

  private var endMessage: String? {
    guard ends <= starts else { return nil }
    let zone = TimeZone(identifier: timeZone) ?? .gmt
    let relation = ends == starts ? "the same as" : "before"
    return "End is \(relation) start: \(startText(ends, in: zone)) is not after \(startText(starts, in: zone))"
  }
}
