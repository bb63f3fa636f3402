import TerminalKit

/// The key map as a page for people, made from the table that the editor obeys.
public enum KeyDocument {
  /// The page, in Markdown.
  public static var markdown: String {
    let sections = KeyContext.allCases.compactMap(section)
    let head = """
      # Keys

      What each key does, and where. Of several places that hold at once the nearest one owns a key: an open list hides
      its field, a field hides the form, the form hides what holds everywhere. What has no key is in the menu.

      The command and the place beside each heading are the names by which a line in the [settings](settings.md) gives
      other keys: `key.COMMAND = Ctrl-T, F6` wherever the command is, `key.PLACE.COMMAND` in one place.
      """
    return ([head] + sections).joined(separator: "\n\n") + "\n"
  }

  /// The keys of each place with what they do, in the order of the page.
  public static var places: [(title: String, keys: [(names: String, help: String)])] {
    KeyContext.allCases.map { context in
      let bindings = EditorKeys.table.bindings.filter { $0.context == context && !$0.keys.isEmpty }
      return (context.rawValue, bindings.map { ($0.keys.map(\.name).joined(separator: ", "), $0.help) })
    }.filter { !$0.keys.isEmpty }
  }

  private static func section(_ context: KeyContext) -> String? {
    let bindings = EditorKeys.table.bindings.filter { $0.context == context }
    guard !bindings.isEmpty else { return nil }
    let rows = bindings.map { binding in
      let keys = binding.keys.map { "`\($0.name.replacing("|", with: "\\|"))`" }.joined(separator: ", ")
      return "| \(keys.isEmpty ? "in the menu" : keys) | \(binding.help) | `\(binding.command.name)` |"
    }
    let head = "## \(context.rawValue) (`\(context.name)`)\n\n| Keys | What they do | Command |\n|---|---|---|\n"
    return head + rows.joined(separator: "\n")
  }
}
