import EventModel
import PeopleSearch
import TerminalKit

/// A field that holds one of many: type to search, Enter takes the highlighted one.
struct Picker: Equatable, Sendable {
  let source: PickerSource
  /// The name that is chosen; empty for none.
  private(set) var chosen: String
  /// What stands in the field: the chosen name, or what is being typed.
  private(set) var editor: LineEditor
  private(set) var list = SearchList()
  private(set) var isOpen = false
  /// Whether the list opened by itself, since text was left here: there is nothing to close, and Esc gives the text up.
  private(set) var asksAboutText = false
  /// Whether the first typed character replaces what stands in the field.
  private var isFresh = true

  init(_ source: PickerSource, chosen: String = "", text: String? = nil) {
    self.source = source
    self.chosen = chosen
    editor = LineEditor(text ?? chosen)
  }

  /// Whether what stands in the field is not what is chosen.
  var isUnresolved: Bool { editor.text != chosen }

  mutating func open(_ index: PeopleIndex) {
    isOpen = true
    asksAboutText = false
    // The chosen name is no search: opening it shows everything, with the chosen one highlighted.
    list.search(isUnresolved ? editor.text : "", in: index, allowsAdditions: source.isFromCatalogue)
    if !isUnresolved, !chosen.isEmpty { list.highlight(chosen, in: index) }
  }

  /// Opens the list for text that was left here and is no choice.
  mutating func askAboutText(_ index: PeopleIndex) {
    guard isUnresolved else { return }
    open(index)
    asksAboutText = true
  }

  mutating func close() {
    isOpen = false
  }

  mutating func insert(_ text: String, _ index: PeopleIndex) {
    if isFresh { editor = LineEditor() }
    editor.insert(text)
    textChanged(index)
  }

  /// Goes to where a click was; behind the text the first typed character replaces it still.
  mutating func moveCursor(toColumn column: Int, from start: Int, _ metrics: TextMetrics) {
    if editor.moveCursor(toColumn: column, from: start, metrics: metrics) { isFresh = false }
  }

  mutating func perform(_ action: EditingAction, _ index: PeopleIndex) {
    isFresh = false
    if editor.perform(action) { textChanged(index) }
  }

  private mutating func textChanged(_ index: PeopleIndex) {
    isFresh = false
    isOpen = true
    asksAboutText = false
    list.search(editor.text, in: index, allowsAdditions: source.isFromCatalogue)
  }

  mutating func move(_ move: ListCursor.Move, page: Int, _ index: PeopleIndex) {
    list.move(move, page: page, in: index)
  }

  /// Highlights a row, or with nil the one for adding, and says whether it was not highlighted before.
  mutating func highlight(row: Int?) -> Bool { list.highlight(row: row) }

  /// Takes the highlighted entry, if there is one.
  mutating func chooseHighlighted(_ index: PeopleIndex) {
    guard let name = list.highlightedName(in: index) else { return }
    choose(name)
  }

  /// Takes a name, whatever the list shows.
  mutating func take(_ name: String) {
    choose(name)
  }

  /// Puts the chosen name back and forgets what was typed.
  mutating func revert() {
    choose(chosen)
  }

  private mutating func choose(_ name: String) {
    chosen = name
    editor = LineEditor(name)
    isOpen = false
    isFresh = true
  }

  /// Leaves the field: text that is exactly one name is that name, no text is no choice, other text stays as it is.
  mutating func leave(_ index: PeopleIndex) {
    isOpen = false
    isFresh = true
    guard isUnresolved else { return }
    if editor.isEmpty {
      choose("")
    } else if let name = index.onlyName(equalTo: editor.text) ?? knownZone {
      choose(name)
    }
  }

  /// The zone that the text names, also by its last part or by an older name.
  private var knownZone: String? {
    source == .timeZones ? readTimeZone(editor.text).value : nil
  }

  mutating func outdateList() {
    if isOpen, source.isFromCatalogue { list.outdate() }
  }

  mutating func updateList(from index: PeopleIndex) {
    if isOpen, list.isOutdated { open(index) }
  }

  mutating func refresh(_ index: PeopleIndex, from old: PeopleIndex) {
    if isOpen { list.refresh(from: index, highlighting: list.highlighted(in: old)) }
  }
}

extension PeopleIndex {
  /// The one name that equals a text but for case and diacritics; nil for none and for several.
  func onlyName(equalTo text: String) -> String? {
    let names = names(equalTo: text)
    return names.count == 1 ? names.first : nil
  }
}
