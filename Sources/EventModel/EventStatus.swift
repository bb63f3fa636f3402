/// How firm the plans for an event are.
public enum EventStatus: String, CaseIterable, Codable, Hashable, Sendable {
  case draft
  case confirmed
  case cancelled
}
