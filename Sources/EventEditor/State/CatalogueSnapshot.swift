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
  private let organizers: [Organizer]
  private let sponsors: [Sponsor]
  private let newNames: [CatalogueCollection: [String: [String]]]

  /// Indexes a catalogue.
  ///
  /// - Parameters:
  ///   - speakers: Its speakers.
  ///   - organizers: Its organizers.
  ///   - sponsors: Its sponsors.
  ///   - events: The events, whose people stand before others that match as well.
  ///   - newNames: What is called otherwise now: the names it has, by the one it had.
  ///   - lastSync: When it was last brought up to date.
  ///   - partial: Given a catalogue with the first speakers, now and then, while there are more to be indexed.
  public convenience init(
    speakers: [Speaker], organizers: [Organizer], sponsors: [Sponsor], events: [Event] = [],
    newNames: [CatalogueCollection: [String: [String]]] = [:], lastSync: Instant?,
    partial: (CatalogueSnapshot) -> Void = { _ in }
  ) {
    let latestLast = events.indices.sorted { (events[$0].updatedAt, $0) < (events[$1].updatedAt, $1) }
    func usage(_ names: (EventDetails) -> [String]) -> Usage {
      Usage(choices: latestLast.map { names(events[$0].details) })
    }
    let organizerIndex = PeopleIndex(
      organizers.map { SearchEntry(name: $0.name, detail: $0.website) },
      usage: usage { [$0.organizer].compactMap(\.self) })
    let sponsorIndex = PeopleIndex(
      sponsors.map { SearchEntry(name: $0.name, detail: $0.website) },
      usage: usage { [$0.sponsor].compactMap(\.self) })
    func snapshot(_ index: PeopleIndex) -> CatalogueSnapshot {
      CatalogueSnapshot(
        speakers, organizers, sponsors,
        [.speakers: index, .organizers: organizerIndex, .sponsors: sponsorIndex], newNames, lastSync)
    }
    let builder = PeopleIndexBuilder(
      expectedCount: speakers.count, usage: usage(\.speakers))
    var shown = 0
    for (number, speaker) in speakers.enumerated() {
      builder.append(SearchEntry(name: speaker.name, title: speaker.title, company: speaker.company))
      guard number % 10_000 == 0, builder.readyCount > shown else { continue }
      shown = builder.readyCount
      partial(snapshot(builder.partial()))
    }
    let speakerIndex = builder.finish()
    // The first list that opens finds its order worked out, and the first paste the names.
    _ = speakerIndex.search("", limit: 1)
    speakerIndex.prepareNames()
    self.init(
      speakers, organizers, sponsors,
      [.speakers: speakerIndex, .organizers: organizerIndex, .sponsors: sponsorIndex], newNames, lastSync)
  }

  init(
    _ speakers: [Speaker], _ organizers: [Organizer], _ sponsors: [Sponsor], _ indexes: [PickerSource: PeopleIndex],
    _ newNames: [CatalogueCollection: [String: [String]]], _ lastSync: Instant?
  ) {
    self.speakers = speakers
    self.organizers = organizers
    self.sponsors = sponsors
    self.indexes = indexes
    self.newNames = newNames
    self.lastSync = lastSync
  }

  /// Whether it is to be shown instead of another: one that is still being indexed is not, where more is there already.
  func replaces(_ other: CatalogueSnapshot) -> Bool {
    let index = index(of: .speakers)
    return !index.isPartial || index.entries.count > other.index(of: .speakers).entries.count
  }

  /// The same catalogue, found to be up to date at another time.
  func synced(at time: Instant?) -> CatalogueSnapshot {
    CatalogueSnapshot(speakers, organizers, sponsors, indexes, newNames, time)
  }

  /// A catalogue with nobody in it.
  public static let empty = CatalogueSnapshot(speakers: [], organizers: [], sponsors: [], lastSync: nil)

  /// The speaker behind an entry of the speakers' index.
  func speaker(at entry: Int) -> Speaker? {
    speakers.indices.contains(entry) ? speakers[entry] : nil
  }

  /// The record behind an entry of a collection's index.
  func record(at entry: Int, of collection: CatalogueCollection) -> CatalogueRow? {
    switch collection {
    case .speakers where speakers.indices.contains(entry):
      let speaker = speakers[entry]
      return CatalogueRow(
        id: speaker.id, values: [speaker.name, speaker.title, speaker.company, speaker.bio],
        externalID: speaker.externalID)
    case .organizers where organizers.indices.contains(entry):
      let organizer = organizers[entry]
      return CatalogueRow(
        id: organizer.id, values: [organizer.name, organizer.website], externalID: organizer.externalID)
    case .sponsors where sponsors.indices.contains(entry):
      let sponsor = sponsors[entry]
      return CatalogueRow(
        id: sponsor.id, values: [sponsor.name, sponsor.website], externalID: sponsor.externalID)
    case .speakers, .organizers, .sponsors:
      return nil
    }
  }

  /// Whether somebody has exactly this name; of a catalogue in which there is nobody this cannot be told.
  func holds(_ name: String, in source: PickerSource) -> Bool {
    let index = index(of: source)
    return index.entries.isEmpty || index.names(equalTo: name).contains(name)
  }

  /// The names that something is called by now which had a name that nobody has any more.
  func newNames(for name: String, in source: PickerSource) -> [String] {
    source.collection.flatMap { newNames[$0]?[name] } ?? []
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
    TimeZone.names.map { SearchEntry(name: $0, detail: "") })
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

  /// The collection that a sync fills it from; nil for what no Centre knows of.
  var collection: CatalogueCollection? {
    switch self {
    case .speakers: .speakers
    case .organizers: .organizers
    case .sponsors: .sponsors
    case .timeZones, .statuses: nil
    }
  }

  /// Whether a sync fills it.
  var isFromCatalogue: Bool { collection != nil }
}

/// A record of the catalogue as it was read: the number of its row, its members, and what the Centre knows it by.
struct CatalogueRow: Equatable, Sendable {
  let id: Int64
  let values: [String]
  /// The Centre's identifier; nil for one that only this catalogue has.
  let externalID: String?

  /// Whether the Centre knows it.
  var isCentres: Bool { externalID != nil }
}
