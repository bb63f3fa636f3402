import TerminalKit

/// What the last row names: as many of the keys that act here as it has room for.
struct Footer {
  /// One key and what it does.
  struct Item {
    let key: String
    let label: String
    let command: Command
  }

  private(set) var items: [Item] = []

  /// Chooses what a screen's footer names.
  init(_ state: EditorState, _ metrics: TextMetrics) {
    var seen: Set<Command> = []
    items = state.preferences.keys.footer(in: state.contexts).compactMap { binding in
      guard let key = binding.keys.first, let label = binding.footer, state.isOffered(binding.command),
        // Where one of its keys was changed, a command may stand in two places.
        seen.insert(binding.command).inserted
      else { return nil }
      return Item(key: key.shortName, label: label, command: binding.command)
    }
    while let index = indexToLeaveOut, width(metrics) > state.size.width { items.remove(at: index) }
  }

  private func width(_ metrics: TextMetrics) -> Int {
    items.reduce(-2) { $0 + metrics.width($1.key) + metrics.width($1.label) + 3 }
  }

  /// What goes first where there is no room: the farthest from the user, then saving, then what is nearest.
  ///
  /// Help and menu, which tell of all that is not named, go after that; the way out never does.
  private var indexToLeaveOut: Int? {
    let others = items.indices.filter { !items[$0].command.isWayOut }
    let named = others.filter { ![.help, .menu].contains(items[$0].command) }
    return named.dropFirst().last { items[$0].command != .save } ?? named.last ?? others.last
  }
}

extension Command {
  /// Whether it leaves what is in front: the footer never loses it.
  fileprivate var isWayOut: Bool {
    switch self {
    case .quit, .closeForm, .closeOverlay, .closePicker, .closeCalendar, .closeChoices, .leaveBadges, .clearFilter:
      true
    default: false
    }
  }
}
