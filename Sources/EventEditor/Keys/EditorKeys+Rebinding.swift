import PeopleSearch
import TerminalKit

extension EditorKeys {
  /// The key map as a person has changed it.
  ///
  /// A setting `key.COMMAND` gives the command its keys wherever it is done, `key.PLACE.COMMAND` in one place only,
  /// which wins.
  static func table(rebound settings: [SettingLine]) throws(SettingMistake) -> KeyTable<KeyContext, Command> {
    var bindings = table.bindings
    /// The lines that have changed bindings, by the bindings' positions.
    var lines: [Int: SettingLine] = [:]
    let changes = try settings.map { (setting) throws(SettingMistake) in try KeyChange(setting) }
    for change in changes.filter({ $0.place == nil }) + changes.filter({ $0.place != nil }) {
      for index in try change.positions(in: bindings) {
        bindings[index] = bindings[index].on(change.keys)
        lines[index] = change.line
      }
    }
    if let mistake = KeyClash(bindings, changedBy: lines).mistake { throw mistake }
    return KeyTable(bindings)
  }
}

/// What a setting for keys asks for.
private struct KeyChange {
  let line: SettingLine
  /// The place it is for; nil for all that have the command.
  let place: String?
  let command: String
  let keys: [Key]

  init(_ line: SettingLine) throws(SettingMistake) {
    self.line = line
    let parts = line.name.dropFirst(EditorPreferences.keyPrefix.count).split(
      separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let command = parts.last else {
      throw line.mistake("'\(line.name)' is neither key.COMMAND nor key.PLACE.COMMAND.")
    }
    place = parts.count == 2 ? parts.first.map(String.init) : nil
    self.command = String(command)
    keys = try line.keys
  }

  /// What was meant, as far as the words that were written tell, since nobody knows the names by heart.
  private static func hint(at command: String, _ bindings: [EditorKeys.Binding]) -> String {
    let names = Set(EditorKeys.table.bindings.map(\.command.name)).sorted()
    let index = PeopleIndex(names.map { SearchEntry(name: words($0), detail: "") })
    let near = index.search(words(command), limit: 3).hits.compactMap { hit in
      names.indices.contains(hit.index) ? names[hit.index] : nil
    }
    guard near.isEmpty else { return "did you mean \(near.joined(separator: " or "))?" }
    let key = EditorKeys.Table.keyEverywhere(for: .help, among: bindings).map { " (\($0.name))" } ?? ""
    return "Help\(key) shows on each screen what there is to do."
  }

  private static func words(_ name: String) -> String { name.replacing("-", with: " ") }

  /// The bindings that it changes.
  func positions(in bindings: [EditorKeys.Binding]) throws(SettingMistake) -> [Int] {
    let found = bindings.indices.filter { bindings[$0].command.name == command }
    guard !found.isEmpty else {
      throw line.mistake("there is no command '\(command)': \(Self.hint(at: command, bindings))")
    }
    let positions = place.map { place in found.filter { bindings[$0].context.isCalled(place) } } ?? found
    guard !positions.isEmpty else {
      let places = found.map { bindings[$0].context.name }
      throw line.mistake(
        "there is no \(command) in a place '\(place ?? "")': it is in \(places.joined(separator: ", ")).")
    }
    for position in positions where bindings[position].context.takesText {
      guard let key = keys.first(where: \.isTyped) else { continue }
      throw line.mistake(
        "\(key.name) is a letter that is typed in the place \(bindings[position].context.name): choose one with Ctrl "
          + "or a function key, or name another place.")
    }
    return positions
  }
}

extension SettingLine {
  /// The keys it lists, with commas between them.
  fileprivate var keys: [Key] {
    get throws(SettingMistake) {
      var keys: [Key] = []
      for name in value.split(separator: ",", omittingEmptySubsequences: false) {
        let word = name.filter { !$0.isWhitespace }
        guard let key = Key(named: word) else {
          throw mistake("'\(word)' is not a key that terminals send: write for example Ctrl-T, F6, Ins or n.")
        }
        if !keys.contains(key) { keys.append(key) }
      }
      return keys
    }
  }
}

extension Key {
  /// Whether it puts a letter into a text.
  fileprivate var isTyped: Bool {
    if case .character = self { return true }
    return false
  }
}
