import TerminalKit

extension KeyTable<KeyContext, Command> {
  /// The key that does something, the first of its keys that no nearer place owns; nil where there is none.
  ///
  /// Places come nearest first.
  func key(for command: Command, in places: [KeyContext]) -> Key? {
    active(in: places).lazy.filter { $0.command == command }.compactMap(\.keys.first).first
  }

  /// The key that does something wherever it can be done at all; nil where there is no such one.
  static func keyEverywhere(for command: Command, among bindings: [Binding]) -> Key? {
    let all = bindings.filter { $0.command == command }.map(\.keys)
    return all.first?.first { key in all.allSatisfy { $0.contains(key) } }
  }

  /// How a sentence names what does something, by the key it has now: "press Ctrl-R".
  ///
  /// What has no key left in those places is in the menu still.
  func name(of command: Command, in places: KeyContext...) -> String { name(of: command, in: places) }

  /// How a sentence names what does something, by the key it has now: "press Ctrl-R".
  func name(of command: Command, in places: [KeyContext]) -> String {
    key(for: command, in: places)?.name ?? "the menu"
  }
}
