import EventModel
import PeopleSearch

/// The events as the list and the calendars see them: read once, indexed, never changed.
///
/// It is made away from the screen's thread, where a hundred thousand events take their time, and only looked at on it.
public final class EventsSnapshot: Sendable, Equatable {
  /// The events by start, equal starts in the order they were added.
  public let events: [Event]
  /// Their numbers, in the same order.
  let ids: [Event.ID]
  /// Whether there are more of them, which are still being read.
  public let isPartial: Bool
  private let texts: FilterTexts
  private let orders: [EventSort: [Int]]
  private let positions: [Event.ID: Int]
  /// The zones that the events are in.
  let zones: Set<String>
  /// The latest end among each ``blockLength`` events in a row.
  private let blockEnds: [Instant]
  /// Positions of those that a person speaks at, by name.
  private let appearances: [String: [Int]]

  private static let blockLength = 64

  /// Indexes events.
  ///
  /// - Parameters:
  ///   - events: The events by start.
  ///   - previous: What was made of them before, of which the unchanged part is taken over.
  ///   - isPartial: Whether there are more, which are still being read.
  public init(_ events: [Event], over previous: EventsSnapshot? = nil, isPartial: Bool = false) {
    self.events = events
    ids = events.map(\.id)
    self.isPartial = isPartial
    var texts = FilterTexts()
    texts.reserve(events.count)
    for event in events {
      if let previous, let old = previous.position(of: event.id), previous.events[old].version == event.version {
        texts.append(row: old, of: previous.texts)
      } else {
        texts.append(event)
      }
    }
    texts.finish()
    self.texts = texts
    orders = Dictionary(uniqueKeysWithValues: EventSort.allCases.map { ($0, $0.order(events, texts)) })
    zones = Set(events.lazy.map(\.details.timeZone))
    positions = Dictionary(events.enumerated().map { ($1.id, $0) }) { first, _ in first }
    blockEnds = stride(from: 0, to: events.count, by: Self.blockLength).map { start in
      events[start..<min(start + Self.blockLength, events.count)].reduce(.earliest) { max($0, $1.details.ends) }
    }
    var appearances: [String: [Int]] = [:]
    for (index, event) in events.enumerated() {
      for name in event.details.speakers { appearances[name, default: []].append(index) }
    }
    self.appearances = appearances
  }

  /// A snapshot without events.
  public static let empty = EventsSnapshot([])

  /// Two snapshots are the same when they are the same one; comparing all their rows tells nobody more.
  public static func == (left: EventsSnapshot, right: EventsSnapshot) -> Bool { left === right }

  // MARK: - Looking things up

  /// Where an event stands; nil where it is not among them.
  func position(of id: Event.ID) -> Int? { positions[id] }

  /// The event with a number; nil where it is not among them.
  func event(_ id: Event.ID) -> Event? { positions[id].map { events[$0] } }

  /// The positions of all events in an order.
  func order(_ sort: EventSort) -> [Int] { orders[sort] ?? [] }

  /// Whether each event has all words of a filter in it; nil where the filter has no words.
  func matching(_ filter: String) -> [Bool]? {
    let words = FilterWord.words(filter)
    return words.isEmpty ? nil : texts.matching(words)
  }

  /// The position of the first event that starts at a moment or later.
  func position(from moment: Instant) -> Int {
    events.partitioningIndex { $0.details.starts >= moment }
  }

  /// The positions of the events that take place, at least in part, between two moments; by start.
  ///
  /// Of those that began earlier whole blocks are passed over by their latest end, so that one event that lasts a year
  /// costs nothing.
  func positions(from start: Instant, to end: Instant) -> [Int] {
    let last = position(from: end)
    var result: [Int] = []
    for (block, blockEnd) in blockEnds.enumerated() where blockEnd > start {
      let first = block * Self.blockLength
      guard first < last else { break }
      for position in first..<min(first + Self.blockLength, last) where events[position].details.ends > start {
        result.append(position)
      }
    }
    return result
  }

  /// The events that a person speaks at, those first that start nearest to a moment.
  ///
  /// - Parameters:
  ///   - speaker: The person's name.
  ///   - moment: What they are to be near to.
  ///   - limit: The most events that are wanted.
  ///   - left: An event that is left out, such as the one that is being edited.
  /// - Returns: The nearest events, and how many there are in all.
  func events(with speaker: String, nearest moment: Instant, atMost limit: Int, except left: Event.ID?) -> (
    events: [Event], count: Int
  ) {
    let places = appearances[speaker] ?? []
    let isAmong = left.flatMap { positions[$0] }.map { position in
      events[position].details.speakers.contains(speaker)
    }
    var later = places.partitioningIndex { events[$0].details.starts >= moment }
    var earlier = later - 1
    var nearest: [Event] = []
    // Both ways from the moment, so that a person with very many events costs no more than the rows that are shown.
    while nearest.count < limit, earlier >= 0 || later < places.count {
      let takesLater =
        later < places.count
        && (earlier < 0
          || events[places[later]].details.starts.seconds - moment.seconds
            <= moment.seconds - events[places[earlier]].details.starts.seconds)
      let event = events[places[takesLater ? later : earlier]]
      if takesLater { later += 1 } else { earlier -= 1 }
      if event.id != left { nearest.append(event) }
    }
    return (nearest, places.count - (isAmong == true ? 1 : 0))
  }
}

extension Array {
  /// The first position from which on a condition holds, in an array where it holds for none before and for all after.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
