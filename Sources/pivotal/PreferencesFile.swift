import EventEditor
import Foundation

/// The file of settings that are no secrets: one line for each, kept by hand or from the editor's menu.
struct PreferencesFile: Sendable {
  let url: URL

  /// Where the file is, for the help.
  static let hint = "$XDG_CONFIG_HOME/pivotal/config"

  /// What the file holds; nothing where there is none.
  func text() throws -> String {
    guard FileManager.default.fileExists(atPath: url.path) else { return "" }
    guard let data = FileManager.default.contents(atPath: url.path), let text = String(data: data, encoding: .utf8)
    else {
      throw SettingsError("\(url.path) cannot be read as text: make it readable to you, or remove it.")
    }
    return text
  }

  /// Changes one setting and leaves all other lines as they are.
  func keep(_ name: String, _ value: String) throws {
    let changed = EditorPreferences.text(try text(), setting: name, to: value)
    // A link to a file that is kept elsewhere stays a link.
    let target = url.resolvingSymlinksInPath()
    do {
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(changed.utf8).write(to: target, options: .atomic)
    } catch {
      throw SettingsError("The setting could not be kept in \(url.path): make the file and its folder writable to you.")
    }
  }
}

extension EditorServices {
  /// The same services, which keep settings in a file.
  func keepingSettings(in file: PreferencesFile) -> EditorServices {
    var services = self
    services.keepSetting = { try file.keep($0, $1) }
    return services
  }
}
