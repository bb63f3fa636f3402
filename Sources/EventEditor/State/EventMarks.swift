import EventModel

/// Which events of a snapshot are marked: a flag for each, since one key may mark a hundred thousand of them.
struct EventMarks: Equatable, Sendable {
  private var flags: [Bool] = []
  /// How many are marked.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// Positions of the marked events, by start.
  var positions: [Int] { isEmpty ? [] : flags.indices.filter { flags[$0] } }

  /// Whether the event at a position is marked.
  func contains(_ position: Int) -> Bool { flags.indices.contains(position) && flags[position] }

  /// Marks events; where all of them are marked already, takes their marks off.
  mutating func toggle(_ positions: [Int]) {
    guard let last = positions.max() else { return }
    if last >= flags.count { flags += Array(repeating: false, count: last + 1 - flags.count) }
    let marked = positions.count { flags[$0] }
    let isOn = marked < positions.count
    for position in positions { flags[position] = isOn }
    count += isOn ? positions.count - marked : -marked
  }

  /// The marks of those events that another snapshot has as well.
  func carried(from old: EventsSnapshot, to new: EventsSnapshot) -> EventMarks {
    if isEmpty || old.ids == new.ids { return self }
    var marks = EventMarks()
    let carried = positions.compactMap { new.position(of: old.ids[$0]) }
    marks.toggle(carried)
    return marks
  }
}
