import EventModel
import Foundation
import TerminalKit
import Testing

@testable import EventEditor

@Suite("The settings of a person")
struct PreferencesTests {
  private func read(_ text: String, _ environment: [String: String] = [:]) throws -> EditorPreferences {
    try EditorPreferences(text: text, path: "/home/ada/config", environment: environment)
  }

  private func mistake(_ text: String, _ environment: [String: String] = [:]) -> String? {
    do throws(PreferencesError) {
      _ = try EditorPreferences(text: text, path: "/home/ada/config", environment: environment)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func nothingSetIsTheDefault() throws {
    #expect(try read("") == EditorPreferences())
    #expect(try read("\n# theme = dark\n   \n") == EditorPreferences())
  }

  @Test func everySettingIsRead() throws {
    let preferences = try read(
      """
      # Ada's
      time-zone = europe/paris
        default-length=1h30   # as long as a lecture
      first-weekday = Sunday
      theme = high-contrast
      mouse = off
      ascii = on
      sync-max-time = 2m
      """)
    #expect(preferences.timeZone?.identifier == "Europe/Paris")
    #expect(preferences.defaultLengthMinutes == 90)
    #expect(preferences.firstWeekday == 0)
    #expect(preferences.theme.name == "high-contrast")
    #expect(!preferences.usesMouse && preferences.isASCII)
    #expect(preferences.syncMaximumSeconds == 120)
    #expect(try read("sync-max-time = 90").syncMaximumSeconds == 90)
    #expect(try read("default-length = 45\r\nmouse = on\r\n").defaultLengthMinutes == 45)
  }

  @Test(arguments: [
    ("theme", "it is not `name = value`"), ("= dark", "it is not `name = value`"),
    ("my theme = dark", "it is not `name = value`"),
    ("colour = red", "there is no setting 'colour': there are time-zone, default-length, first-weekday, theme, mouse"),
    ("theme = neon", "there is no theme 'neon': choose terminal, light, dark or high-contrast."),
    ("sync-max-time = soon", "'soon' is no time for a sync to wait: write 90s or 2m, up to 24h."),
    ("sync-max-time = 0s", "'0s' is no time for a sync to wait"),
    ("sync-max-time = 999999999999h", "'999999999999h' is no time for a sync to wait"),
    ("mouse = yes", "mouse is either on or off, not 'yes'."),
    ("default-length = soon", "'soon' is not a length: write it as 1h30 or 90m."),
    ("default-length = 0", "'0' is not a length"), ("default-length = 9000d", "'9000d' is too long: at most 366d."),
    ("default-length = 999999999", "'999999999' is too long: at most 366d."),
    ("first-weekday = mo", "'mo' is not a weekday"),
    ("time-zone = Atlantis", "'Atlantis' is not a time zone: write an IANA name such as Europe/London."),
    ("time-zone =", "write an IANA name such as Europe/London."),
  ])
  func aWrongLineIsNamedByItsNumberInOneSentence(_ line: String, _ reason: String) throws {
    let sentence = try #require(mistake("# first\n\n\(line)\nascii = on"))
    #expect(sentence.hasPrefix("Line 3 of /home/ada/config: "))
    #expect(sentence.contains(reason), "\(sentence)")
    #expect(sentence.hasSuffix(".") && !sentence.contains("\n"))
  }

  @Test func aSettingThatStandsTwiceIsRefused() {
    #expect(
      mistake("mouse = on\ntheme = dark\nmouse = off")
        == "Line 3 of /home/ada/config: 'mouse' stands in line 1 already: keep one of the two.")
  }

  @Test func theEnvironmentWinsOverTheFile() throws {
    #expect(try read("theme = dark", ["PIVOTAL_THEME": "light"]).theme.name == "light")
    #expect(try read("theme = dark", ["PIVOTAL_THEME": ""]).theme.name == "dark")
    #expect(try read("ascii = off", ["PIVOTAL_ASCII": "1"]).isASCII)
    #expect(try !read("ascii = on", ["PIVOTAL_ASCII": "0"]).isASCII)
    #expect(
      mistake("", ["PIVOTAL_THEME": "neon"])
        == "PIVOTAL_THEME names no theme: 'neon'; choose terminal, light, dark or high-contrast.")
  }

  @Test(arguments: [
    ("", "theme = dark\n"), ("theme = light", "theme = dark"), ("mouse = off\n", "mouse = off\ntheme = dark\n"),
    ("# theme = light\ntheme=light # mine\n\n# end\n", "# theme = light\ntheme = dark\n\n# end\n"),
    ("mouse = off", "mouse = off\ntheme = dark\n"), ("mouse = off\r\n", "mouse = off\r\ntheme = dark\r\n"),
    ("\u{FEFF}# mine\n", "\u{FEFF}# mine\ntheme = dark\n"),
    ("\u{FEFF}theme = light\r\n", "\u{FEFF}theme = dark\r\n"),
  ])
  func oneSettingIsChangedAndAllOtherLinesStay(_ before: String, _ after: String) throws {
    #expect(EditorPreferences.text(before, setting: "theme", to: "dark") == after)
    #expect(try read(after).theme.name == "dark")
  }

  // MARK: - What they do

  @Test func aNewEventHasTheirLengthAndTheEndLeftEmptyToo() throws {
    var screen = EditorScreen(preferences: try read("default-length = 1h30"))
    screen.type("nTalk<Tab>tomorrow 14:00<Tab>")
    #expect(screen.cursorLine.contains("1h30"))
    screen.type("<Ctrl-U>")
    #expect(screen.cursorLine.contains("15:30, 1 h 30"))
  }

  @Test func aThemeFromTheMenuIsShownAtOnceAndKept() throws {
    var screen = EditorScreen(height: 40)
    screen.type("<Ctrl-X>")
    #expect(screen.text.contains("Theme: terminal (in use)"))
    while !screen.cursorLine.contains("Theme: dark") { screen.type("<Down>") }
    screen.type("<Enter>")
    let dark = try #require(Theme.named("dark"))
    #expect(screen.asked.suffix(2) == [.useTheme(dark), .keepSetting(name: "theme", value: "dark")])
    #expect(screen.status.contains("Theme: dark"))
    screen.type("n<Ctrl-X>")
    #expect(screen.text.contains("Theme: dark (in use)"))
  }

  /// What the page on settings shows can be copied.
  @Test func theExamplesOfThePageAreTaken() throws {
    let page = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Assets/docs/settings.md")
    let examples = try String(contentsOf: page, encoding: .utf8).split(separator: "```text\n").dropFirst()
    #expect(examples.count == 2)
    for example in examples { #expect(try read(example.components(separatedBy: "```")[0]) != EditorPreferences()) }
  }
}
