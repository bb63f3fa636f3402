import EventModel
import TerminalKit
import Testing

@testable import EventEditor

@Suite("Every key of every place is typed and looked at")
struct EveryKeyTests {
  /// What can be seen of a screen, and what was asked of its surroundings.
  private struct Look: Equatable {
    let frame: Frame
    let asked: [EditorEffect]
    let stored: [EventDetails]
    let records: [RecordChange]

    init(_ screen: EditorScreen) {
      frame = screen.frame
      asked = screen.asked
      stored = screen.stored.map(\.details)
      records = screen.records
    }
  }

  @Test(arguments: KeyContext.allCases)
  func allKeysOfACommandDoTheSameAndSomethingHappens(_ place: KeyContext) {
    let start = KeyPlaces.screen(place)
    #expect(start.state.contexts.contains(place), "\(start.text)")
    for binding in EditorKeys.table.bindings where binding.context == place && !binding.keys.isEmpty {
      var screen = start
      screen.type(KeyPlaces.before[binding.command] ?? "")
      check(binding, in: screen)
    }
  }

  private func check(_ binding: EditorKeys.Binding, in screen: EditorScreen) {
    let name = "\(binding.context.name).\(binding.command.name)"
    let active = EditorKeys.table.active(in: screen.state.contexts)
    let isWhole = active.contains {
      $0.command == binding.command && $0.context == binding.context && $0.keys == binding.keys
    }
    #expect(isWhole, "not all keys of \(name) act on\n\(screen.text)")
    let looks = binding.keys.map { look(after: $0, in: screen) }
    for (key, look) in zip(binding.keys, looks) where look != looks.first {
      Issue.record("\(key.name) does something else than \(binding.keys[0].name) in \(name):\n\(look.frame.text)")
    }
    #expect(looks.first != Look(screen), "\(name) leaves all as it is:\n\(screen.text)")
  }

  private func look(after key: Key, in screen: EditorScreen) -> Look {
    var screen = screen
    screen.send(.input(.key(key)))
    return Look(screen)
  }

  @Test func whatHasNoKeyIsInTheMenuAndDoesWhatItSays() throws {
    let unbound = EditorKeys.table.bindings.filter(\.keys.isEmpty)
    #expect(unbound.count == Theme.all.count + 1)
    for binding in unbound {
      var screen = EditorScreen()
      screen.type("<Ctrl-X>")
      guard case .menu(let menu) = screen.state.overlays.last else { throw NoMenu() }
      let row = try #require(menu.items.firstIndex { $0.command == binding.command }, "\(binding.help)")
      screen.type(String(repeating: "<Down>", count: row))
      #expect(screen.cursorLine.contains("> \(binding.help)"))
      let asked = screen.asked.count
      screen.type("<Enter>")
      let label = binding.help.split(separator: " ").prefix(binding.command == .toggleMouse ? 1 : 2).joined(
        separator: " ")
      #expect(screen.status.hasPrefix(label), "\(screen.status)")
      #expect(screen.asked.count == asked + 2, "it is shown, and kept for the next start")
    }
  }

  private struct NoMenu: Error {}
}
