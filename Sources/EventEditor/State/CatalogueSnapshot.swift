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
  ///
  /// - Parameters:
  ///   - speakers: Its speakers.
  ///   - organizers: Its organizers.
  ///   - sponsors: Its sponsors.
  ///   - events: The events, whose people stand before others that match as well.
  ///   - lastSync: When it was last brought up to date.
  ///   - partial: Given a catalogue with the first speakers, now and then, while there are more to be indexed.
  public convenience init(
    speakers: [Speaker], organizers: [Organizer], sponsors: [Sponsor], events: [Event] = [], lastSync: Instant?,
    partial: (CatalogueSnapshot) -> Void = { _ in }
  ) {
    let choices = events.sorted { $0.createdAt < $1.createdAt }.map(\.details)
    let organizers = PeopleIndex(
      organizers.map { SearchEntry(name: $0.name, detail: $0.website) },
      usage: Usage(choices: choices.map { [$0.organizer].compactMap(\.self) }))
    let sponsors = PeopleIndex(
      sponsors.map { SearchEntry(name: $0.name, detail: $0.website) },
      usage: Usage(choices: choices.map { [$0.sponsor].compactMap(\.self) }))
    func snapshot(_ index: PeopleIndex) -> CatalogueSnapshot {
      CatalogueSnapshot(speakers, [.speakers: index, .organizers: organizers, .sponsors: sponsors], lastSync)
    }
    let builder = PeopleIndexBuilder(
      expectedCount: speakers.count, usage: Usage(choices: choices.map(\.speakers)))
    var shown = 0
    for (number, speaker) in speakers.enumerated() {
      builder.append(SearchEntry(name: speaker.name, title: speaker.title, company: speaker.company))
      guard number % 10_000 == 0, builder.readyCount > shown else { continue }
      shown = builder.readyCount
      partial(snapshot(builder.partial()))
    }
    self.init(speakers, [.speakers: builder.finish(), .organizers: organizers, .sponsors: sponsors], lastSync)
  }

  init(_ speakers: [Speaker], _ indexes: [PickerSource: PeopleIndex], _ lastSync: Instant?) {
    self.speakers = speakers
    self.indexes = indexes
    self.lastSync = lastSync
  }

  /// Whether it is to be shown instead of another: one that is still being indexed is not, where more is there already.
  func replaces(_ other: CatalogueSnapshot) -> Bool {
    let index = index(of: .speakers)
    return !index.isPartial || index.entries.count > other.index(of: .speakers).entries.count
  }

  /// The same catalogue, found to be up to date at another time.
  func synced(at time: Instant?) -> CatalogueSnapshot { CatalogueSnapshot(speakers, indexes, time) }

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
