import EventModel
import Foundation
import TerminalKit

/// Why a person's settings cannot be used: one sentence that says where, what is wrong and what to do.
public struct PreferencesError: Error, Equatable, CustomStringConvertible {
  /// The sentence.
  public let description: String
}

/// How a person wants the editor to be.
public struct EditorPreferences: Equatable, Sendable {
  /// The zone of new events; nil for that of the environment.
  public private(set) var timeZone: TimeZone?
  /// How long a new event is unless one says otherwise.
  public private(set) var defaultLengthMinutes = 60
  /// The day that calendars begin their weeks with, 0 for Sunday.
  public private(set) var firstWeekday = 1
  /// How everything looks.
  public internal(set) var theme = Theme.standard
  /// Whether the mouse is asked for.
  public internal(set) var usesMouse = true
  /// Whether nothing but ASCII is drawn, whatever the locale says.
  public private(set) var isASCII = false
  /// How many seconds a sync may wait for an answer of unannounced length; nil for the usual ones.
  public private(set) var syncMaximumSeconds: Int?
  /// What each key does.
  var keys = EditorKeys.table

  /// The settings of somebody who has made none.
  public init() {}

  /// Reads the file of settings; the environment's variables win over it.
  ///
  /// - Parameters:
  ///   - text: What the file holds.
  ///   - path: Where it is, for sentences about it.
  ///   - environment: `PIVOTAL_THEME` and `PIVOTAL_ASCII` are read.
  /// - Throws: ``PreferencesError`` that names the first wrong line.
  public init(text: String, path: String, environment: [String: String]) throws(PreferencesError) {
    do {
      let lines = try SettingLines.read(text)
      for line in lines where !line.name.hasPrefix(Self.keyPrefix) { try take(line) }
      keys = try EditorKeys.table(rebound: lines.filter { $0.name.hasPrefix(Self.keyPrefix) })
    } catch {
      throw PreferencesError(description: "Line \(error.line) of \(path): \(error.reason)")
    }
    try heed(environment)
  }

  /// The text of the file of settings with one of them changed and all other lines as they were.
  public static func text(_ text: String, setting name: String, to value: String) -> String {
    SettingLines.text(text, setting: name, to: value)
  }

  // MARK: - One setting after the other

  /// What the names of settings for keys begin with.
  static let keyPrefix = "key."

  private static let longestDays = 366

  private mutating func take(_ line: SettingLine) throws(SettingMistake) {
    switch line.name {
    case "time-zone":
      let reading = readTimeZone(line.value)
      guard let name = reading.value, let zone = TimeZone(identifier: name) else {
        throw line.mistake("\(reading.message ?? "no time zone is named: write an IANA name such as Europe/London").")
      }
      timeZone = zone
    case "default-length":
      guard let length = minutes(ofLength: line.value) ?? Int(line.value), length > 0 else {
        throw line.mistake("'\(line.value)' is not a length: write it as 1h30 or 90m.")
      }
      // A year is the longest that an end left empty can stand for.
      guard length <= Self.longestDays * 1440 else {
        throw line.mistake("'\(line.value)' is too long: at most \(Self.longestDays)d.")
      }
      defaultLengthMinutes = length
    case "first-weekday":
      guard let day = weekday(named: line.value) else {
        throw line.mistake("'\(line.value)' is not a weekday: write monday or sunday, for example.")
      }
      firstWeekday = day
    case "theme":
      guard let theme = Theme.named(line.value) else {
        throw line.mistake("there is no theme '\(line.value)': choose \(Theme.choices).")
      }
      self.theme = theme
    case "sync-max-time":
      guard let seconds = seconds(line.value), (1...86_400).contains(seconds) else {
        throw line.mistake("'\(line.value)' is no time for a sync to wait: write 90s or 2m, up to 24h.")
      }
      syncMaximumSeconds = seconds
    case "mouse": usesMouse = try line.isOn
    case "ascii": isASCII = try line.isOn
    default:
      throw line.mistake(
        "there is no setting '\(line.name)': there are time-zone, default-length, first-weekday, theme, mouse, ascii, "
          + "sync-max-time and key.COMMAND.")
    }
  }

  /// Reads a number and s, m or h, or seconds alone.
  private func seconds(_ text: String) -> Int? {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
    let unit = text.last.flatMap { units[$0] }
    guard let number = Int(unit == nil ? text : String(text.dropLast())), (0...86_400).contains(number) else {
      return nil
    }
    return number * (unit ?? 1)
  }

  private mutating func heed(_ environment: [String: String]) throws(PreferencesError) {
    if let name = environment["PIVOTAL_THEME"], !name.isEmpty {
      guard let theme = Theme.named(name) else {
        throw PreferencesError(
          description: "PIVOTAL_THEME names no theme: '\(name)'; choose \(Theme.choices).")
      }
      self.theme = theme
    }
    if let value = environment["PIVOTAL_ASCII"], !value.isEmpty {
      isASCII = !["0", "off", "no", "false"].contains(value.lowercased())
    }
  }
}

extension SettingLine {
  func mistake(_ reason: String) -> SettingMistake { SettingMistake(line: number, reason: reason) }

  fileprivate var isOn: Bool {
    get throws(SettingMistake) {
      switch value {
      case "on": true
      case "off": false
      default: throw mistake("\(name) is either on or off, not '\(value)'.")
      }
    }
  }
}
