import TerminalKit
import Testing

@testable import EventEditor

@Suite("Keys that a person has changed")
struct RebindingTests {
  private func screen(_ lines: String) throws -> EditorScreen {
    EditorScreen(height: 50, preferences: try EditorPreferences(text: lines, path: "config", environment: [:]))
  }

  private func mistake(_ lines: String) -> String? {
    do throws(PreferencesError) {
      _ = try EditorPreferences(text: lines, path: "config", environment: [:])
      return nil
    } catch {
      return error.description
    }
  }

  @Test func theNewKeyActsAndTheOldOneDoesNot() throws {
    var screen = try screen("key.new-event = Ctrl-N, F7")
    screen.type("n")
    #expect(screen.line(0).hasPrefix("Events"))
    screen.type("<F7>")
    #expect(screen.line(0).hasPrefix("New event"))
  }

  @Test func footerHelpAndMenuFollow() throws {
    var screen = try screen("key.new-event = +\nkey.form.save = Ctrl-]")
    #expect(screen.footer.hasPrefix("+ New  Enter Edit"))
    screen.type("?")
    #expect(screen.line(with: "New event").contains("  +  "))
    screen.type("<Esc><Ctrl-X>")
    #expect(screen.line(with: "New event").hasSuffix("+ │") || screen.line(with: "New event").contains("+  │"))
    screen.type("<Esc>+")
    #expect(screen.footer.contains("^] Save"))
  }

  @Test func oneSettingReachesACommandWhereverItIsAndOnePlaceMayDiffer() throws {
    var screen = try screen("key.list.help = H\nkey.help = F7")
    screen.type("H")
    #expect(screen.text.contains("Help for this screen"))
    screen.type("<Esc>n<F7>")
    #expect(screen.text.contains("Save the event"))
  }

  @Test func whatOnlyTheMenuDoesCanBeGivenAKey() throws {
    var screen = try screen("key.use-theme-dark = F11")
    screen.type("<F11>")
    #expect(screen.status.contains("Theme: dark"))
  }

  @Test(arguments: KeyContext.allCases, ["key.quit = F12", "key.program.quit = F12", "key.terminal.quit = F12"])
  func quittingCanHaveAnotherKeyAndThatQuitsFromEverywhere(_ place: KeyContext, _ setting: String) throws {
    var screen = KeyPlaces.screen(place)
    try screen.rebind(setting)
    screen.type("<F12>")
    #expect(screen.asked.last == .quit || screen.text.contains("changes that are not saved"), "\(screen.text)")
  }

  @Test func helpAndFooterNameTheNewKeyForQuittingAndTheOldOneDoesNothing() throws {
    var screen = try screen("key.quit = F12")
    #expect(screen.footer.hasSuffix("F12 Quit"))
    screen.type("q<Ctrl-Q>")
    #expect(!screen.asked.contains(.quit))
    screen.type("<Esc>")
    #expect(screen.status == "F12 quits")
    screen.type("?")
    #expect(screen.line(with: "Quit").contains("F12"))
    screen.type("<Esc>n<Ctrl-G><End>")
    #expect(screen.line(with: "Quit (asks if changed)").contains("F12"))
    #expect(!screen.text.contains("Ctrl-Q"))
    screen.type("<Esc><Ctrl-X>")
    #expect(screen.line(with: "Quit (asks if changed)").contains("F12"))
  }

  @Test func twoCommandsMayExchangeTheirKeys() throws {
    var screen = try screen("key.list.new-event = p\nkey.duplicate-event = n")
    screen.type("p")
    #expect(screen.line(0).hasPrefix("New event"))
  }

  @Test func aClashInOnePlaceIsRefusedWithBothCommands() {
    #expect(
      mistake("# mine\nkey.form.undo = Ctrl-S")
        == "Line 2 of config: Ctrl-S would be both save and undo in the place form: give one of them another key.")
    #expect(
      mistake("key.list.filter = F12\nkey.list.menu = F12")?.hasPrefix("Line 2 of config: F12 would be both filter and")
        == true)
  }

  /// Each setting, the command and place that come first, and the command and place that would never have the key.
  private static let shadows: [(setting: String, key: String, near: String, far: String)] = [
    ("key.form.save = Ctrl-K", "Ctrl-K", "edit-delete-to-end text-editing", "save form"),
    ("key.form.save = Ctrl-T, F2", "Ctrl-T", "toggle-speaker-keeping-text open-speakers", "save form"),
    ("key.form.save = Ctrl-Q", "Ctrl-Q", "save form", "quit terminal"),
    ("key.list.new-event = F6", "F6", "new-event list", "plan-sync program"),
    ("key.list.help = h", "h", "day-before days", "help list"),
    ("key.stop-sync = Ctrl-S", "Ctrl-S", "stop-sync running-sync", "save form"),
    ("key.close-picker = Ctrl-S", "Ctrl-S", "close-picker open-speakers", "save form"),
    ("key.record.save = Ctrl-Z, F2", "Ctrl-Z", "save record", "suspend terminal"),
    ("key.program.sync = Ctrl-S", "Ctrl-S", "save form", "sync program"),
  ]

  @Test(arguments: shadows)
  func aKeyThatANearerPlaceWouldTakeIsRefusedWithBothCommandsAndPlaces(
    _ setting: String, _ key: String, _ near: String, _ far: String
  ) throws {
    let words = near.split(separator: " ") + far.split(separator: " ")
    let sentence = try #require(mistake("theme = dark\n\(setting)"))
    #expect(
      sentence
        == "Line 2 of config: \(key) would be \(words[2]) in the place \(words[3]), but \(words[0]) in the place "
        + "\(words[1]), which comes first: give one of them another key.")
  }

  @Test func aKeyThatIsFreedInTheNearerPlaceIsTaken() throws {
    var screen = try screen("key.edit-delete-to-end = Ctrl-]\nkey.form.save = Ctrl-K")
    screen.type("nTalk<Tab>wed 10:00<Ctrl-K>")
    #expect(screen.status == "Saved")
  }

  /// What is refused is reckoned from these lists, so no screen may have places that they do not know of.
  @Test(arguments: KeyContext.allCases)
  func whatHoldsTogetherOnAScreenIsKnown(_ place: KeyContext) {
    let places = KeyPlaces.screen(place).state.contexts
    let isKnown = KeyContext.stacks.contains { stack in stack.filter { places.contains($0) } == places }
    #expect(isKnown, "\(places)")
  }

  @Test(arguments: [
    (
      "key.list.fly = F6\nkey.help = F4",
      "there is no command 'fly': Help (F4) shows on each screen what there is to do."
    ),
    ("key.fly = F6", "there is no command 'fly': Help (F1) shows on each screen what there is to do."),
    ("key.undo-list = F7", "there is no command 'undo-list': did you mean undo-in-list?"),
    ("key.duplicat-event = F7", "there is no command 'duplicat-event': did you mean duplicate-event?"),
    ("key.form.new-event = F6", "there is no new-event in a place 'form': it is in days, day-events, list."),
    ("key.save = Ctrl-Enter", "'Ctrl-Enter' is not a key that terminals send"),
    ("key.save =", "'' is not a key that terminals send"), ("key.save = F6,,F7", "'' is not a key"),
    ("key.save = x", "x is a letter that is typed in the place record"),
    ("key.a.b.c = F6", "'key.a.b.c' is neither key.COMMAND nor key.PLACE.COMMAND."), ("key. = F6", "no command ''"),
  ])
  func whatIsNotKnownIsNamedWithItsLine(_ line: String, _ reason: String) throws {
    let sentence = try #require(mistake("theme = dark\n\(line)"))
    #expect(sentence.hasPrefix("Line 2 of config: ") && sentence.contains(reason), "\(sentence)")
  }

  @Test func everyCommandCanBeNamedInEveryPlaceItHas() throws {
    for binding in EditorKeys.table.bindings where !binding.keys.isEmpty {
      let keys = binding.keys.map { key in
        switch key {
        case .character(","): "Comma"
        case .character("#"): "Hash"
        default: key.name
        }
      }
      let line = "key.\(binding.context.name).\(binding.command.name) = \(keys.joined(separator: ", "))"
      #expect(mistake(line) == nil, "\(line)")
    }
  }
}
