import EventModel
import Foundation
import TerminalKit
import TestSupport
import Testing

@testable import EventEditor

/// Anything may be pressed in any order, the same in every run: 20,000 steps, or with `MONKEYS=20` 100,000.
@Suite("A monkey at the keys")
struct MonkeyTests {
  private static let stepsOfOne = 5_000
  private static let monkeys = ProcessInfo.processInfo.environment["MONKEYS"].flatMap(UInt64.init) ?? 4

  @Test(arguments: 0..<monkeys)
  func neverFindsAScreenThatIsWrong(seed: UInt64) {
    var monkey = Monkey(seed: seed)
    for step in 0..<Self.stepsOfOne {
      if let mistake = monkey.act() {
        Issue.record("seed \(seed), step \(step): \(mistake)\n\(monkey.lastActions)\n\(monkey.screen.text)")
        return
      }
    }
    #expect(monkey.saves > 0, "a monkey that never saves proves little")
  }
}

/// Somebody who types at random, and looks after each step whether the screen still makes sense.
private struct Monkey {
  private(set) var screen: EditorScreen
  private(set) var saves = 0
  private var actions: [String] = []
  /// What is wrong with something that was saved since it was last looked at.
  private var mistake: String?
  private var random: SeededGenerator

  private static let keys = Array(Set(EditorKeys.table.bindings.flatMap(\.keys))).sorted { $0.name < $1.name }
  private static let texts = [
    "a", "e", "n", "ada", " ", "1", "14:00", "tomorrow ", "+2d", "24 nov", "0", "-", "/", "https://a.example", "ø",
    "e\u{301}",
    "\u{301}", "渕", "א", "👩‍🔬", "\u{200B}", "🇬🇧", "Ada Lovelace",
  ]
  private static let pastes = [
    "Ada Lovelace, Alan Turing", "John Smith\nGrace Hopper\nNobody Known\n", "a\u{1B}[31mb\u{7}\r\nc\td", "",
    String(repeating: "渕long ", count: 60),
  ]

  private struct Before {
    let state: EditorState
    let stored: [Event]
  }

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    screen = EditorScreen(
      events: [
        .sample("Accessibility in practice", day: 24, organizer: "City Library", speakers: ["Ada Lovelace"]),
        .sample("Compilers", day: 25, speakers: ["Grace Hopper", "Alan Turing"]), .sample("渕一博を囲む会", day: 26),
      ], role: seed % 2 == 0 ? .staff : .dataOps)
  }

  /// What was done last, to be read where something went wrong.
  var lastActions: String { actions.suffix(30).joined(separator: " ") }

  /// Does something, and tells what is wrong then.
  mutating func act() -> String? {
    mistake = nil
    doSomething()
    return wrongCursor ?? doubledBadge ?? unknownPlaces ?? mistake
  }

  private mutating func doSomething() {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<4: press(.control("s"))
    case 4..<60: press(pick(Self.keys) ?? .escape)
    case 60..<84: for character in pick(Self.texts) ?? "" { press(.character(character)) }
    case 84..<88: paste(pick(Self.pastes) ?? "")
    case 88..<91: chord(pick(Self.keys) ?? .escape)
    case 91..<95: resize()
    case 95..<97: changeElsewhere()
    case 97: reloadCatalogue()
    case 98: startAnew()
    case 99 where Bool.random(using: &random):
      screen.send(.clock(EditorScreen.now.advanced(bySeconds: .random(in: 0...90_000, using: &random))))
    default: screen.send(.syncProgressed([.speakers: 5]))
    }
  }

  private mutating func press(_ key: Key) {
    actions.append(key.name)
    looking { $0.send(.input(.key(key))) }
  }

  private mutating func paste(_ text: String) {
    actions.append("paste \(text.debugDescription)")
    looking { $0.paste(text) }
  }

  private mutating func chord(_ key: Key) {
    actions.append("Alt-\(key.name)")
    looking { $0.send(.input(.chord(key))) }
  }

  /// Does one thing and compares what it saved, for the next one may open another form.
  private mutating func looking(_ act: (inout EditorScreen) -> Void) {
    let before = Before(state: screen.state, stored: screen.stored)
    act(&screen)
    mistake = mistake ?? wrongSave(before)
  }

  /// Mostly back to the usual size, sometimes to one that no terminal should have.
  private mutating func resize() {
    let isUsual = Bool.random(using: &random)
    let width = isUsual ? 80 : Int.random(in: 0...300, using: &random)
    let height = isUsual ? 24 : Int.random(in: 0...100, using: &random)
    actions.append("\(width)x\(height)")
    screen.resize(width, height)
  }

  private mutating func changeElsewhere() {
    guard let event = pick(screen.stored) else { return }
    actions.append("change of \(event.id.rawValue)")
    screen.changeElsewhere(event.id.rawValue) { $0.city = $0.city == nil ? "Leeds" : nil }
  }

  private mutating func reloadCatalogue() {
    let catalogue = pick(MonkeyCatalogues.all) ?? ("empty", .empty)
    actions.append("\(catalogue.name) catalogue")
    screen.send(.catalogueLoaded(catalogue.snapshot))
  }

  /// A form that could be saved, or whatever these keys lead to.
  private mutating func startAnew() {
    let places = Bool.random(using: &random) ? "<Tab><Tab>Hall<Tab>Leeds<Tab>https://a.example<Tab>1,200<Tab>" : ""
    let end = Bool.random(using: &random) ? "<Ctrl-S>" : ""
    for key in KeyNotation.keys("<Esc><Esc><Esc><Esc>d<Esc>nTalk<Tab>+1d 10:00<Tab>\(places)\(end)") { press(key) }
  }

  private mutating func pick<T>(_ choices: [T]) -> T? { choices.randomElement(using: &random) }

  // MARK: - What must never be seen

  private var wrongCursor: String? {
    let frame = screen.frame
    let isInside =
      (0..<max(1, frame.size.width)).contains(frame.cursor.x)
      && (0..<max(1, frame.size.height)).contains(frame.cursor.y)
    return isInside ? nil : "the cursor is at \(frame.cursor) of \(frame.size)"
  }

  private var doubledBadge: String? {
    guard let chosen = screen.state.form?.speakers.chosen, Set(chosen).count < chosen.count else { return nil }
    return "somebody has two badges: \(chosen)"
  }

  /// What keys a person may change is reckoned from the places that can hold together.
  private var unknownPlaces: String? {
    let places = screen.state.contexts
    let isKnown = KeyContext.stacks.contains { stack in stack.filter(places.contains) == places }
    return isKnown ? nil : "these places hold together and are not known to: \(places)"
  }

  /// An event that has just been stored is what the form showed.
  private mutating func wrongSave(_ before: Before) -> String? {
    guard var form = before.state.form, screen.state.form == nil, let saved = screen.stored.last,
      before.stored.last != saved, saved.updatedBy == "ada"
    else { return nil }
    saves += 1
    // Where somebody else had changed the event the form's own fields are only a part of what is saved.
    if saved.version > 1, saved.version != form.base.map({ $0.version + 1 }) { return nil }
    form.leaveField(before.state.catalogue, before.state.dates)
    return SavedDifference.between(saved.details, and: form, before.state.dates)
  }
}
