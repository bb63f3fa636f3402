import TerminalKit

/// Lays rows out in columns, for a terminal or a file.
enum TextTable {
  /// The widest a column gets; what is longer ends with an ellipsis.
  private static let widest = 44

  static func text(_ headings: [String], _ rows: [[String]], _ metrics: TextMetrics) -> String {
    let widths = headings.indices.map { column in
      min(widest, ([headings] + rows).map { metrics.width($0[column]) }.max() ?? 0)
    }
    return ([headings] + rows).map { row in
      let cells = zip(row, widths).map { cell($0, width: $1, metrics) }
      return cells.joined(separator: "  ").trimmingEnd()
    }.joined(separator: "\n")
  }

  private static func cell(_ text: String, width: Int, _ metrics: TextMetrics) -> String {
    let shown = metrics.glyphs(metrics.truncated(text, to: width)).map(\.text).joined()
    return shown + String(repeating: " ", count: max(0, width - metrics.width(shown)))
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
