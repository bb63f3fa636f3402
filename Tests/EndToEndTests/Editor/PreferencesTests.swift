import Foundation
import TestSupport
import Testing

@Suite("The file of settings")
struct PreferencesFileTests {
  @Test("Zone, length and first weekday are those of a new event")
  func newEvent() throws {
    let work = try Workplace()
    try work.settings("# mine\ntime-zone = Asia/Tokyo\ndefault-length = 1h30\nfirst-weekday = sunday\n")
    let screen = try work.editor("new")
    try screen.waitForFields(["Ends": "1h30", "Time zone": "Asia/Tokyo"])
    try screen.press(.tab)
    try screen.type("2026-11-24 14:00")
    try screen.waitForFields(["Starts": "Tue 24 Nov 2026 14:00 Asia/Tokyo", "Ends": "15:30, 1 h 30"])
    try screen.press(.down)
    try screen.waitFor("November 2026", " Su  Mo  Tu  We  Th  Fr  Sa")
  }

  @Test("A wrong line is named by its number, before anything is touched")
  func wrongLine() throws {
    let work = try Workplace()
    let file = try work.settings("theme = dark\ndefault-length = soon\n")
    for command in [[], ["new"], ["edit", "1"], ["demo"]] {
      let screen = try work.editor(command, columns: 200)
      #expect(try screen.waitForExit() == 1)
      let shown = try screen.waitFor("Line 2 of \(file): 'soon' is not a length: write it as 1h30 or 90m.")
      #expect(!shown.isAlternate)
    }
    #expect(!FileManager.default.fileExists(atPath: work.files.path("pivotal.db")))
    // What runs without the editor does not need it.
    #expect(try work.pivotal("events").status == 0)
  }

  @Test("A theme chosen in the menu is kept for the next start, and the other lines with it")
  func themeIsKept() throws {
    let work = try Workplace()
    let file = try work.settings("# mine\nmouse = off\n")
    let screen = try work.editor()
    try screen.waitFor("No events yet")
    try screen.choose(fromMenu: "Theme: dark")
    try screen.waitUntil("it is dark") { _ in try screen.styledText().contains("48;5;234") }
    let isKept = try isMet(within: .seconds(20)) {
      try String(contentsOfFile: file, encoding: .utf8) == "# mine\nmouse = off\ntheme = dark\n"
    }
    #expect(isKept)
    try screen.type("q")
    try screen.waitForExit()
    let next = try work.editor()
    try next.waitUntil("it is dark again") { _ in try next.styledText().contains("48;5;234") }
  }

  @Test("A theme that cannot be kept is shown all the same, and says why it is not kept")
  func themeIsNotKept() throws {
    let work = try Workplace()
    try work.files.write("", to: ".config")
    let screen = try work.editor()
    try screen.waitFor("No events yet")
    try screen.choose(fromMenu: "Theme: dark")
    try screen.waitFor("The setting could not be kept")
    try screen.waitUntil("it is dark") { _ in try screen.styledText().contains("48;5;234") }
  }

  @Test("PIVOTAL_THEME and PIVOTAL_ASCII win over the file")
  func environment() throws {
    let work = try Workplace()
    try work.settings("theme = dark\nascii = off\n")
    let screen = try work.editor("demo", with: ["PIVOTAL_THEME": "light", "PIVOTAL_ASCII": "1"])
    let shown = try screen.waitFor("82 speakers", "q Quit")
    #expect(shown.text.utf8.count == shown.text.unicodeScalars.count)
    try screen.waitUntil("it is light") { _ in try screen.styledText().contains("48;5;231") }
    let wrong = try work.editor(columns: 200, with: ["PIVOTAL_THEME": "neon"])
    #expect(try wrong.waitForExit() == 1)
    try wrong.waitFor(
      "PIVOTAL_THEME names no theme: 'neon'; choose terminal, light, dark or high-contrast.")
  }

  @Test("Keys are those of the file, in dispatch, footer and help")
  func keys() throws {
    let work = try Workplace()
    try work.settings("key.new-event = +, F7\nkey.form.save = Ctrl-]\n")
    let screen = try work.editor()
    try screen.waitFor("+ New  Enter Edit", "No events yet: press + for the first one.")
    try screen.press(.function(7))
    try screen.waitFor("New event", "^] Save")
    try screen.type("Rebound")
    try screen.press(.tab)
    try screen.type("2026-11-24 14:00")
    try screen.press(.control("]"))
    try screen.waitFor("Saved")
    #expect(try work.events().map(\.title) == ["Rebound"])
  }

  @Test("A clash of keys is refused with both commands named")
  func clash() throws {
    let work = try Workplace()
    let file = try work.settings("key.form.undo = Ctrl-S\n")
    let screen = try work.editor(columns: 200)
    #expect(try screen.waitForExit() == 1)
    try screen.waitFor("Line 1 of \(file): Ctrl-S would be both save and undo in the place form")
  }
}

extension Workplace {
  /// Writes the file of settings and gives its path.
  @discardableResult
  func settings(_ text: String) throws -> String {
    let folder = files.url.appendingPathComponent(".config/pivotal")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try files.write(text, to: ".config/pivotal/config")
  }
}

extension TmuxScreen {
  /// Opens the menu, goes to an entry and takes it.
  func choose(fromMenu entry: String) throws {
    try press(.control("x"))
    try waitFor("Do it")
    while try !screen().cursorLine.contains(entry) {
      let line = try screen().cursorLine
      try press(.down)
      try waitUntil("the next entry is marked") { $0.cursorLine != line }
    }
    try press(.enter)
    try waitForNo("Do it")
  }
}
