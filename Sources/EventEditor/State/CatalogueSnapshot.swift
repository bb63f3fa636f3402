import EventModel
import Foundation
import PeopleSearch

/// The catalogue as the pickers see it: read once, indexed, never changed.
///
/// A sync makes a new one.
public final class CatalogueSnapshot: Sendable, Equatable {
  /// When the catalogue was last brought up to date; nil when never.
  public let lastSync: Instant?
  private let indexes: [PickerSource: PeopleIndex]
  private let speakers: [Speaker]

  /// Indexes a catalogue.
  public init(speakers: [Speaker], organizers: [Organizer], sponsors: [Sponsor], lastSync: Instant?) {
    self.lastSync = lastSync
    self.speakers = speakers
    indexes = [
      .speakers: PeopleIndex(speakers.map { SearchEntry(name: $0.name, detail: $0.affiliation) }),
      .organizers: PeopleIndex(organizers.map { SearchEntry(name: $0.name, detail: $0.website) }),
      .sponsors: PeopleIndex(sponsors.map { SearchEntry(name: $0.name, detail: $0.website) }),
    ]
  }

  /// A catalogue with nobody in it.
  public static let empty = CatalogueSnapshot(speakers: [], organizers: [], sponsors: [], lastSync: nil)

  /// The speaker behind an entry of the speakers' index.
  func speaker(at entry: Int) -> Speaker? {
    speakers.indices.contains(entry) ? speakers[entry] : nil
  }

  /// What a picker searches.
  func index(of source: PickerSource) -> PeopleIndex {
    switch source {
    case .timeZones: Self.timeZones
    case .statuses: Self.statuses
    case .speakers, .organizers, .sponsors: indexes[source] ?? Self.nobody
    }
  }

  /// Two snapshots are the same when they are the same one; comparing a million rows tells nobody more.
  public static func == (left: CatalogueSnapshot, right: CatalogueSnapshot) -> Bool { left === right }

  private static let nobody = PeopleIndex([])
  private static let statuses = PeopleIndex(EventStatus.allCases.map { SearchEntry(name: $0.rawValue, detail: "") })
  private static let timeZones = PeopleIndex(
    (["UTC"] + TimeZone.knownTimeZoneIdentifiers.filter { $0 != "GMT" }).sorted().map {
      SearchEntry(name: $0, detail: "")
    })
}

/// What a picker chooses from.
public enum PickerSource: Hashable, Sendable {
  /// The speakers of the catalogue.
  case speakers
  /// The organizers of the catalogue.
  case organizers
  /// The sponsors of the catalogue.
  case sponsors
  /// The zones of the IANA database.
  case timeZones
  /// The states an event can be in.
  case statuses

  /// What the things are called, for "No speakers match …".
  var plural: String {
    switch self {
    case .speakers: "speakers"
    case .organizers: "organizers"
    case .sponsors: "sponsors"
    case .timeZones: "time zones"
    case .statuses: "statuses"
    }
  }

  /// Whether a sync fills it.
  var isFromCatalogue: Bool { self == .speakers || self == .organizers || self == .sponsors }
}
