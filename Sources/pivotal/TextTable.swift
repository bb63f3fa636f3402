import Foundation
import TerminalKit

/// Lays rows out in columns, for a terminal or a file.
enum TextTable {
  /// The narrowest that a column is made to fit a terminal.
  private static let narrowest = 8

  /// The columns of the terminal that is written to; nil for a file, which has room for all.
  static var terminalWidth: Int? { TerminalFacts.windowSize?.width }

  static func text(_ headings: [String], _ rows: [[String]], width: Int?, _ metrics: TextMetrics) -> String {
    var widths = headings.indices.map { column in
      ([headings] + rows).map { metrics.width($0[column]) }.max() ?? 0
    }
    if let width { fit(&widths, into: width) }
    return ([headings] + rows).map { row in
      let cells = zip(row, widths).map { cell($0, width: $1, metrics) }
      return cells.joined(separator: "  ").withoutTrailingSpaces
    }.joined(separator: "\n")
  }

  /// Takes columns away from the widest ones until all fit.
  private static func fit(_ widths: inout [Int], into width: Int) {
    while widths.reduce(-2, { $0 + $1 + 2 }) > width, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > narrowest
    {
      widths[widest] -= 1
    }
  }

  private static func cell(_ text: String, width: Int, _ metrics: TextMetrics) -> String {
    let shown = metrics.glyphs(metrics.truncated(text, to: width)).map(\.text).joined()
    return shown + String(repeating: " ", count: max(0, width - metrics.width(shown)))
  }
}
