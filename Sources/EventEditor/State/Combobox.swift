import PeopleSearch
import TerminalKit

/// A field that holds several, in order: type to search, Enter adds or removes, badges show what is chosen.
struct Combobox: Equatable, Sendable {
  let source: PickerSource
  /// The chosen names, in order, none of them twice.
  private(set) var chosen: [String]
  private(set) var editor: LineEditor
  /// Pasted names that are not clear and wait to be asked for.
  private(set) var unresolved: [String] = []
  private(set) var list = SearchList()
  private(set) var isOpen = false
  /// Whether the list opened by itself, since text was left here: there is nothing to close, and Esc gives the text up.
  private(set) var asksAboutText = false
  /// Whether the text is a pasted name that is being asked about, which can only add somebody.
  private(set) var asksAboutPasted = false
  /// The badge that has the focus; nil while the text has it.
  private(set) var focusedBadge: Int?

  init(_ source: PickerSource, chosen: [String] = [], text: String = "", unresolved: [String] = []) {
    self.source = source
    editor = LineEditor(text)
    self.unresolved = unresolved
    var seen: Set<String> = []
    self.chosen = chosen.filter { seen.insert($0).inserted }
  }

  // MARK: - The text and its list

  mutating func open(_ index: PeopleIndex) {
    focusedBadge = nil
    isOpen = true
    asksAboutText = false
    if editor.isEmpty { asksAboutPasted = false }
    list.search(editor.text, in: index, allowsAdditions: true, highlightsFirst: false)
  }

  /// Opens the list for who wants to choose: where nothing is typed, a pasted name that waits is asked for.
  mutating func openForChoice(_ index: PeopleIndex) {
    if editor.isEmpty { askNext(index) } else { open(index) }
  }

  /// Opens the list for text that was left here.
  mutating func askAboutText(_ index: PeopleIndex) {
    guard !editor.isEmpty else { return }
    open(index)
    asksAboutText = true
  }

  mutating func close() {
    isOpen = false
  }

  mutating func insert(_ text: String, _ index: PeopleIndex) {
    editor.insert(text)
    open(index)
  }

  /// Goes to where a click was.
  mutating func moveCursor(toColumn column: Int, from start: Int, _ metrics: TextMetrics) {
    focusedBadge = nil
    editor.moveCursor(toColumn: column, from: start, metrics: metrics)
  }

  mutating func perform(_ action: EditingAction, _ index: PeopleIndex) {
    focusedBadge = nil
    if editor.perform(action) { open(index) }
  }

  /// Gives the text up; a pasted name that waits is asked for next.
  mutating func clearText(_ index: PeopleIndex) {
    let isAsking = !unresolved.isEmpty
    askNext(index)
    isOpen = isAsking
  }

  mutating func move(_ move: ListCursor.Move, page: Int, _ index: PeopleIndex) {
    list.move(move, page: page, in: index)
  }

  /// Highlights a row, or with nil the one for adding, and says whether it was not highlighted before.
  mutating func highlight(row: Int?) -> Bool { list.highlight(row: row) }

  /// Adds the highlighted entry, or takes it off again if it is chosen; a pasted name takes nobody off.
  mutating func toggleHighlighted(keepingText: Bool, _ index: PeopleIndex) {
    guard let name = list.highlightedName(in: index) else { return }
    if let badge = chosen.firstIndex(of: name) {
      if !asksAboutPasted { chosen.remove(at: badge) }
    } else {
      chosen.append(name)
    }
    guard !keepingText else { return }
    askNext(index)
  }

  /// Adds somebody, unless they are chosen already, and makes room for the next one.
  mutating func add(_ name: String, _ index: PeopleIndex) {
    if !chosen.contains(name) { chosen.append(name) }
    askNext(index)
  }

  /// The names that are spoken of: the focused badge's, else all.
  var namesInQuestion: [String] {
    guard let focusedBadge, chosen.indices.contains(focusedBadge) else { return chosen }
    return [chosen[focusedBadge]]
  }

  /// Puts another name in the place of a chosen one; where that is chosen too it is not there twice.
  mutating func replace(_ old: String, with new: String) {
    guard let badge = chosen.firstIndex(of: old) else { return }
    if chosen.contains(new) { chosen.remove(at: badge) } else { chosen[badge] = new }
    if let focusedBadge { self.focusedBadge = chosen.isEmpty ? nil : min(focusedBadge, chosen.count - 1) }
  }

  // MARK: - Pasted names

  /// Takes pasted names: each that is exactly one in the catalogue at once, the others are asked for one by one.
  ///
  /// One that is chosen already is left out, also in other letters; where the catalogue has several names that differ in
  /// no more than that, it may be another person and is asked for.
  ///
  /// - Returns: How many were taken at once, and how many are to be asked for.
  mutating func take(names: [String], _ index: PeopleIndex) -> (taken: Int, open: Int) {
    let before = (chosen.count, unresolved.count)
    var exact = Set(chosen + unresolved)
    var seen = Set(exact.map(folded))
    for name in names where exact.insert(name).inserted {
      guard seen.insert(folded(name)).inserted || index.names(equalTo: name).count > 1 else { continue }
      if let known = index.onlyName(equalTo: name) {
        if !chosen.contains(known) { chosen.append(known) }
      } else {
        unresolved.append(name)
      }
    }
    let open = unresolved.count - before.1
    if editor.isEmpty { askNext(index) }
    return (chosen.count - before.0, open)
  }

  /// Puts the next pasted name that is not clear into the text, or nothing.
  private mutating func askNext(_ index: PeopleIndex) {
    asksAboutPasted = !unresolved.isEmpty
    editor = LineEditor(unresolved.isEmpty ? "" : unresolved.removeFirst())
    open(index)
  }

  /// Leaves the field: text that is exactly one name adds it, other text stays as it is.
  mutating func leave(_ index: PeopleIndex) {
    isOpen = false
    focusedBadge = nil
    guard !editor.isEmpty, let name = index.onlyName(equalTo: editor.text) else { return }
    if !chosen.contains(name) { chosen.append(name) }
    editor = LineEditor()
  }

  mutating func outdateList() {
    if isOpen { list.outdate() }
  }

  mutating func updateList(from index: PeopleIndex) {
    if isOpen, list.isOutdated { open(index) }
  }

  mutating func refresh(_ index: PeopleIndex, from old: PeopleIndex) {
    if isOpen { list.refresh(from: index, highlighting: list.highlighted(in: old)) }
  }

  // MARK: - The badges

  /// Moves the focus from the text to the last badge.
  mutating func enterBadges() {
    guard !chosen.isEmpty else { return }
    isOpen = false
    focusedBadge = chosen.count - 1
  }

  /// Moves the focus to a badge.
  mutating func focusBadge(_ index: Int) {
    guard chosen.indices.contains(index) else { return }
    isOpen = false
    focusedBadge = index
  }

  mutating func leaveBadges() {
    focusedBadge = nil
  }

  /// Moves the focus among the badges; to the right of the last one is the text.
  mutating func moveFocus(_ move: BadgeMove) {
    guard let badge = focusedBadge else { return }
    switch move {
    case .left: focusedBadge = max(0, badge - 1)
    case .right: focusedBadge = badge + 1 < chosen.count ? badge + 1 : nil
    case .first: focusedBadge = 0
    case .last: focusedBadge = chosen.count - 1
    }
  }

  /// Takes the focused badge off; Backspace goes on to the one before, Del to the one after.
  mutating func removeFocusedBadge(backward: Bool) {
    guard let badge = focusedBadge, chosen.indices.contains(badge) else { return }
    chosen.remove(at: badge)
    let next = backward ? badge - 1 : badge
    focusedBadge = chosen.isEmpty ? nil : min(max(0, next), chosen.count - 1)
  }

  /// Moves the focused badge one place earlier or later, and the focus with it.
  mutating func moveFocusedBadge(by step: Int) {
    guard let badge = focusedBadge, chosen.indices.contains(badge), chosen.indices.contains(badge + step) else {
      return
    }
    chosen.swapAt(badge, badge + step)
    focusedBadge = badge + step
  }
}

/// A way to move among badges.
enum BadgeMove: Hashable, Sendable {
  case left, right, first, last
}
