extension TextMetrics {
  /// Breaks one line into rows of at most a width, between characters; a tab counts as one space.
  ///
  /// Rows are filled to the brim rather than broken at words, so that the cursor's row follows from the text before
  /// it alone and does not jump back while a word grows.
  public func wrapped(_ line: String, to width: Int) -> [String] {
    guard width > 0 else { return [""] }
    var rows: [String] = []
    var current = ""
    var used = 0
    for character in line {
      let shown = character == "\t" ? " " : String(character)
      let columns = self.width(shown)
      if used + columns > width {
        rows.append(current)
        (current, used) = ("", 0)
      }
      current += shown
      used += columns
    }
    rows.append(current)
    return rows
  }

  /// Breaks text into rows of at most a width at its spaces, for reading; words longer than a row are cut.
  public func paragraphs(_ text: String, to width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      var rows: [String] = []
      var current = ""
      for word in line.split(whereSeparator: \.isWhitespace) {
        let candidate = current.isEmpty ? String(word) : current + " " + word
        if self.width(candidate) <= width {
          current = candidate
        } else {
          if !current.isEmpty { rows.append(current) }
          var pieces = wrapped(String(word), to: width)
          current = pieces.popLast() ?? ""
          rows += pieces
        }
      }
      return rows + [current]
    }
  }
}
