import EventModel
import Foundation
import Testing

@testable import EventEditor

@Suite("Sentences that name a key name the one it is now")
struct KeySentenceTests {
  /// A setting that gives something another key, the keys that lead to a sentence about it, and what that says then.
  typealias Case = (setting: String, keys: String, sentence: String)

  private func screen(_ settings: String, events: [EventDetails] = [], catalogue: CatalogueSnapshot = .sample) throws
    -> EditorScreen
  {
    let preferences = try EditorPreferences(text: settings, path: "config", environment: [:])
    return EditorScreen(events: events, catalogue: catalogue, preferences: preferences, role: .dataOps)
  }

  @Test(
    arguments: [
      ("key.new-event = +", "", "No events yet: press + for the first one."),
      ("key.list.new-event = +", "<Enter>", "No event is selected: + makes a new one"),
      ("key.day-events.new-event = +", "v", "no events; + makes one"),
      ("key.list.quit = F12", "<Esc>", "F12 quits"),
      ("key.sync = F12", "n<Shift-Tab><Shift-Tab><Shift-Tab><Down>", "No sponsors yet: F12 syncs them"),
      ("key.stop-sync = F12", "<Ctrl-R>", "asking the Resources Centre … F12 stops"),
      (
        "key.picker.open-picker = F12", "n<Tab><Tab><Tab>xx<Tab><Shift-Tab>x<Esc>",
        "not chosen: F12 opens the list, Esc puts"
      ),
      (
        "key.clear-search = F12", "n<Tab><Tab><Tab>xx<Tab><Shift-Tab>x<Esc>",
        "opens the list, F12 puts the old one back"
      ),
      (
        "key.open-picker.choose = F12\nkey.clear-search = F11", "nTalk<Tab>tomorrow 9<Tab><Tab>xx<Ctrl-S>",
        "not chosen: nothing matches, F11 puts the old one back"
      ),
      (
        "key.speakers.open-picker = F12\nkey.clear-search = F11",
        "n<Shift-Tab><Shift-Tab>xx<Esc><Tab><Shift-Tab>x<Esc>",
        "F12 opens the list, F11 clears the text"
      ),
      (
        "key.open-picker.choose = F12\nkey.open-picker.move-in-picker-down = F11",
        "n<Shift-Tab><Shift-Tab><Shift-Tab>xx<Enter>", "No sponsors match 'xx': F11, then F12 adds it to the catalogue"
      ),
    ] as [Case])
  func whereNothingIsYet(_ story: Case) throws {
    var screen = try screen(story.setting, catalogue: .empty)
    screen.type(story.keys)
    #expect(screen.text.oneLine.contains(story.sentence), "\(screen.text)")
  }

  @Test(
    arguments: [
      ("key.filter.clear-filter = F12", "/zz", "No event matches “zz”: F12 clears the filter."),
      ("key.cancel-in-list = F12", "/zz<Enter>", "No event matches “zz”: F12 clears the filter."),
      ("key.undo-in-list = U", "d", "U in the list takes it back until you quit."),
    ] as [Case])
  func whereThereAreEvents(_ story: Case) throws {
    var screen = try screen(story.setting, events: [.sample("Compilers", day: 25)])
    screen.type(story.keys)
    #expect(screen.text.oneLine.contains(story.sentence), "\(screen.text)")
  }

  @Test func ofPastedNamesThatAreAskedFor() throws {
    var screen = try screen("key.clear-search = F12")
    screen.type("n<Shift-Tab><Shift-Tab>")
    screen.paste("Ada Lovelace, Nobody Known")
    #expect(screen.status == "1 of 2 pasted names added: choose the other, or press Esc, then F12 to skip one")
  }

  @Test func ofAPlanThatWaits() throws {
    var screen = try screen("key.plan-sync = F12")
    screen.type("n<F12>")
    screen.send(.syncPlanned(SyncPreview(run: .sample([:]), lines: [:])))
    #expect(screen.status == "What the sync would change is known and waits: F12, or the menu, shows it")
  }

  @Test func aKeyThatSomethingNearerOwnsIsNotNamed() throws {
    var screen = EditorScreen()
    screen.type("n<Ctrl-R>")
    #expect(screen.status.hasSuffix("… Esc stops"))
    screen.type("<Shift-Tab><Shift-Tab>ada")
    #expect(screen.status == "Syncing: asking the Resources Centre …")
    screen.type("<Esc><Esc><Esc>")
    #expect(screen.status == "Stopping the sync after its current step …")
  }

  @Test func whatHasNoKeyLeftIsInTheMenu() {
    let keys = EditorKeys.table
    #expect(keys.name(of: .closeForm, in: .form) == "Esc")
    #expect(keys.name(of: .closeForm, in: .calendar, .form) == "the menu")
    #expect(keys.name(of: .previousField, in: .openPicker, .form) == "Shift-Tab")
    #expect(keys.name(of: .toggleMouse, in: .program) == "the menu")
  }

  @Test func noSentenceInTheSourcesNamesAKeyByItself() throws {
    let sources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/EventEditor")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { path in
      path.hasSuffix(".swift") && !path.hasPrefix("Keys/")
    }
    #expect(files.count > 50)
    let names = /"[^"]*\b(Ctrl-[A-Z_]|Esc|Enter|Tab|Backspace|F[0-9]+|PgUp|PgDn|press [a-zA-Z?])\b[^"]*"/
    for file in files {
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      for line in text.split(separator: "\n") where line.firstMatch(of: names) != nil {
        Issue.record("\(file): take the key's name from the bindings in \(line)")
      }
    }
  }
}

extension String {
  /// The words of a screen, however they are wrapped and framed.
  fileprivate var oneLine: String {
    split { $0.isWhitespace || $0 == "│" }.joined(separator: " ")
  }
}
