import CNcurses
import Foundation

/// What can be said of the terminal without taking it over.
public struct TerminalFacts: Equatable, Sendable {
  /// The name of its type, as `TERM` says; empty where it says nothing.
  public var type: String
  /// Whether the program talks to a terminal at all.
  public var isTerminal: Bool
  /// Whether the type is known and can show full screens.
  public var canShowScreens: Bool
  /// How many columns and rows it has; nil where there is no terminal.
  public var size: Size?
  /// How many colours its type has.
  public var colors: Int
  /// Whether it takes UTF-8.
  public var isUnicode: Bool
  /// Whether the user wants none of the colours.
  public var isColorless: Bool

  /// Makes a description from its parts.
  public init(
    type: String, isTerminal: Bool, canShowScreens: Bool, size: Size?, colors: Int, isUnicode: Bool, isColorless: Bool
  ) {
    self.type = type
    self.isTerminal = isTerminal
    self.canShowScreens = canShowScreens
    self.size = size
    self.colors = colors
    self.isUnicode = isUnicode
    self.isColorless = isColorless
  }

  /// Looks at the terminal that the program runs in.
  public init(_ environment: [String: String]) {
    let type = environment["TERM"] ?? ""
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    self.init(
      type: type, isTerminal: isTerminal, canShowScreens: !type.isEmpty && pivotal_can_show_screens(type) != 0,
      size: isTerminal ? Self.windowSize : nil,
      colors: type.isEmpty ? 0 : max(0, Int(pivotal_colors_of(type))),
      isUnicode: TextMetrics.activateLocale(environment).isUnicode,
      isColorless: !(environment["NO_COLOR"] ?? "").isEmpty)
  }

  /// The size of the window that standard output is shown in; nil where it goes somewhere else.
  public static var windowSize: Size? {
    var (columns, rows): (Int32, Int32) = (0, 0)
    guard isatty(STDOUT_FILENO) == 1, pivotal_window_size(STDOUT_FILENO, &columns, &rows) != 0, columns > 0 else {
      return nil
    }
    return Size(width: Int(columns), height: Int(rows))
  }
}
