import Foundation
import Testing

@testable import TerminalKit

@Suite("Themes")
struct ThemeTests {
  @Test func thereAreFourAndEachIsReadWithoutAMistake() throws {
    #expect(Theme.choices == "terminal, light, dark or high-contrast")
    for (name, text) in Theme.texts {
      let theme = try Theme(name, text: text)
      #expect(theme == Theme.named(name))
      #expect(theme != Theme(name, [:]))
    }
    #expect(Theme.named("neon") == nil)
  }

  @Test func aLookIsAttributesAndColoursAndTheRestIsAsOfText() throws {
    let theme = try Theme(
      "mine", text: "# mine\n\ntext = 252/white on black\nlabel = bold underline 24/blue\nkey = on red")
    let label = theme.look(of: .label)
    #expect(label.bold && label.underline && !label.reverse)
    #expect(label.color == Theme.Color(4, extended: 24))
    #expect(label.background == Theme.Color(0))
    #expect(theme.look(of: .key).color == Theme.Color(7, extended: 252))
    #expect(theme.look(of: .key).background == Theme.Color(1))
    #expect(theme.look(of: .error) == theme.look(of: .text))
  }

  @Test(arguments: [
    ("text = bold\nlabels = cyan", 2, "labels"), ("text = pink", 1, "pink"), ("text = 256/red", 1, "256/red"),
    ("text bold", 1, "text bold"), ("text = 1/2/red", 1, "1/2/red"), ("text = blink", 1, "blink"),
  ])
  func aMistakeIsNamedWithItsLine(_ text: String, _ line: Int, _ word: String) {
    #expect(throws: ThemeMistake(line: line, word: word)) { try Theme("wrong", text: text) }
  }

  @Test func aTerminalGetsTheColoursItHas() {
    let color = Theme.Color(4, extended: 24)
    #expect([8, 16, 88, 256, 0x7FFF, 0x100_0000].map(color.number) == [4, 4, 4, 24, 24, 4])
    #expect(Theme.Color(6).number(ofColors: 256) == 6)
  }

  @Test func theTerminalsOwnColoursUseNoneThatABackgroundSwallows() {
    for style in Style.allCases {
      let look = Theme.standard.look(of: style)
      #expect(look.background == nil)
      #expect(look.color?.extended == nil)
      #expect(look.color.map { [1, 2, 4, 5, 6].contains($0.basic) } ?? true, "\(style)")
      // Bold black, yellow, blue and white are 8, 11, 12 and 15 where bold makes colours bright.
      #expect(!look.bold || look.color.map { [1, 2, 5, 6].contains($0.basic) } ?? true, "\(style)")
    }
  }

  @Test(arguments: Theme.all.map(\.name))
  func focusAndChoiceAreToldByAttributesToo(_ name: String) throws {
    let theme = try #require(Theme.named(name))
    let pairs: [(Style, Style)] = [
      (.label, .focusedLabel), (.field, .focusedField), (.text, .selected), (.badge, .focusedBadge),
    ]
    for (plain, focused) in pairs {
      #expect(theme.look(of: plain).attributes != theme.look(of: focused).attributes, "\(focused)")
    }
  }

  @Test(arguments: [("light", 4.5), ("dark", 4.5), ("high-contrast", 7)], [8, 256])
  func everyLetterStandsOutFromWhatIsBehindIt(_ theme: (name: String, least: Double), _ colors: Int) throws {
    for style in Style.allCases {
      let look = try #require(Theme.named(theme.name)).look(of: style)
      let text = try #require(look.color).number(ofColors: colors)
      let background = try #require(look.background).number(ofColors: colors)
      let contrast = Palette.contrast(text, background)
      #expect(contrast >= theme.least, "\(style) with \(colors) colours: \(contrast)")
    }
  }
}

extension Theme.Look {
  /// What is left of it where there is no colour.
  fileprivate var attributes: [Bool] { [bold, underline, reverse] }
}

/// The colours of a terminal as xterm has them, to reckon with.
private enum Palette {
  /// The contrast of two colours, 1 to 21, as WCAG 2 defines it.
  static func contrast(_ one: Int, _ other: Int) -> Double {
    let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
  }

  private static func luminance(_ color: Int) -> Double {
    let (red, green, blue) = parts(color)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private static func linear(_ part: Int) -> Double {
    let value = Double(part) / 255
    guard value > 0.04045 else { return value / 12.92 }
    return pow((value + 0.055) / 1.055, 2.4)
  }

  private static func parts(_ color: Int) -> (Int, Int, Int) {
    switch color {
    case 7: return (229, 229, 229)
    case 4: return (0, 0, 238)
    case 0..<7: return (color & 1 == 0 ? 0 : 205, color & 2 == 0 ? 0 : 205, color & 4 == 0 ? 0 : 205)
    case 16..<232:
      let steps = [0, 95, 135, 175, 215, 255]
      let place = color - 16
      return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    default:
      let grey = 8 + (color - 232) * 10
      return (grey, grey, grey)
    }
  }
}
