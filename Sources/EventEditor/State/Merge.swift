import EventModel
import Foundation

/// Two changes of one event, brought together: what only one side changed is taken, what both changed is to be chosen.
struct Merge: Equatable, Sendable {
  /// A field that both sides have changed, and differently.
  struct Clash: Equatable, Sendable {
    let field: EventField
    /// Whether this side's value is the one that is kept.
    var keepsMine = true
  }

  /// What this side wants to save.
  let mine: EventDetails
  /// What the other side has saved meanwhile.
  let theirs: Event
  /// The fields that both have changed.
  var clashes: [Clash]
  private let onlyMine: [EventField]

  /// Compares both sides with what they began with.
  init(base: EventDetails, mine: EventDetails, theirs: Event) {
    self.mine = mine
    self.theirs = theirs
    let changed = EventField.allCases.filter { !$0.isEqual(in: base, and: mine) }
    onlyMine = changed.filter { $0.isEqual(in: base, and: theirs.details) }
    clashes =
      changed
      .filter { !$0.isEqual(in: base, and: theirs.details) && !$0.isEqual(in: mine, and: theirs.details) }
      .map { Clash(field: $0) }
  }

  /// The event with what was chosen.
  var details: EventDetails {
    var result = theirs.details
    let fields = onlyMine + clashes.filter(\.keepsMine).map(\.field)
    for field in fields { field.copy(from: mine, to: &result) }
    return result
  }
}
