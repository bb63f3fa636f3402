/// An event as it is stored: its details, and who made and changed it when.
public struct Event: Equatable, Codable, Sendable, Identifiable {
  /// The number an event is known by; scripts see it as text.
  public struct ID: Hashable, Codable, Sendable {
    /// The row's number in the database.
    public let rawValue: Int64

    /// Wraps a row's number.
    public init(rawValue: Int64) {
      self.rawValue = rawValue
    }
  }

  /// The number of the event.
  public let id: ID
  /// What people enter and read.
  public let details: EventDetails
  /// 1 for a new event, one more with each save; a save says which version it is based on.
  public let version: Int64
  /// Who made it.
  public let createdBy: String
  /// When it was made.
  public let createdAt: Instant
  /// Who changed it last.
  public let updatedBy: String
  /// When it was changed last.
  public let updatedAt: Instant

  /// Makes an event from its parts.
  public init(
    id: ID, details: EventDetails, version: Int64, createdBy: String, createdAt: Instant, updatedBy: String,
    updatedAt: Instant
  ) {
    self.id = id
    self.details = details
    self.version = version
    self.createdBy = createdBy
    self.createdAt = createdAt
    self.updatedBy = updatedBy
    self.updatedAt = updatedAt
  }
}

/// What people enter about an event.
///
/// Organizer, sponsor and speakers are names, not references.
public struct EventDetails: Equatable, Codable, Sendable {
  /// What the event is called.
  public var title: String
  /// When it starts.
  public var starts: Instant
  /// When it ends.
  public var ends: Instant
  /// The IANA name of the zone its times are shown in.
  public var timeZone: String
  /// The place: a hall, a room.
  public var venue: String?
  /// The town.
  public var city: String?
  /// A web address for more.
  public var link: String?
  /// How many people fit in.
  public var capacity: Int?
  /// How firm the plans are.
  public var status: EventStatus
  /// Who holds it, by name.
  public var organizer: String?
  /// Who pays for it, by name.
  public var sponsor: String?
  /// Who speaks, by name, in order.
  public var speakers: [String]
  /// Some lines about it; may be empty.
  public var description: String

  /// Makes details; only title, times and zone are needed.
  public init(
    title: String, starts: Instant, ends: Instant, timeZone: String, venue: String? = nil, city: String? = nil,
    link: String? = nil, capacity: Int? = nil, status: EventStatus = .draft, organizer: String? = nil,
    sponsor: String? = nil, speakers: [String] = [], description: String = ""
  ) {
    self.title = title
    self.starts = starts
    self.ends = ends
    self.timeZone = timeZone
    self.venue = venue
    self.city = city
    self.link = link
    self.capacity = capacity
    self.status = status
    self.organizer = organizer
    self.sponsor = sponsor
    self.speakers = speakers
    self.description = description
  }
}
