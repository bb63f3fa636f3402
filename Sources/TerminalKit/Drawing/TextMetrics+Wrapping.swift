extension TextMetrics {
  /// Breaks one line into rows of at most a width, for typing: behind spaces, and within words that are longer.
  ///
  /// No character is lost, so that a place in the line is one in the rows; a tab counts as one space. A space that has
  /// no room in its row hangs over its end.
  public func typingRows(_ line: String, to width: Int) -> [String] {
    guard width > 0 else { return [line] }
    var rows: [String] = []
    var current = ""
    // The word that is being read, which goes to the next row as a whole where it can.
    var word = ""
    var (used, wordColumns) = (0, 0)
    for character in line {
      let isSpace = character == " " || character == "\t"
      let shown = character == "\t" ? " " : String(character)
      let columns = self.width(shown)
      if !isSpace, used + wordColumns + columns > width {
        if used > 0 {
          rows.append(current)
          (current, used) = ("", 0)
        } else if !word.isEmpty {
          rows.append(word)
          (word, wordColumns) = ("", 0)
        }
      }
      word += shown
      wordColumns += columns
      if isSpace {
        current += word
        used += wordColumns
        (word, wordColumns) = ("", 0)
      }
    }
    return rows + [current + word]
  }

  /// Breaks one line into rows of at most a width, between characters; a tab counts as one space.
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

  /// The first rows of a text that is broken for reading, the last of them with an ellipsis where there are more.
  public func paragraphs(_ text: String, to width: Int, atMost count: Int) -> [String] {
    let rows = paragraphs(text, to: width)
    guard rows.count > count, count > 0 else { return Array(rows.prefix(max(0, count))) }
    return rows.prefix(count - 1) + [withEllipsis(rows[count - 1], to: width)]
  }

  private func withEllipsis(_ row: String, to width: Int) -> String {
    for end in [" …", "…"] where self.width(row + end) <= width { return row + end }
    return truncated(row + "…", to: width)
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
