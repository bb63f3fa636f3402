extension TextMetrics {
  /// Breaks one line into rows of at most a width, for typing: behind spaces, and within words that are longer.
  ///
  /// No character is lost, so that a place in the line is one in the rows; a tab counts as one space. A space that has
  /// no room in its row hangs over its end.
  public func typingRows(_ line: String, to width: Int) -> [String] {
    guard width > 0 else { return [line] }
    if let rows = plainTypingRows(line, to: width) { return rows }
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

  /// The same for a line of ASCII, whose characters are its bytes and have a column each; nil for other lines.
  ///
  /// A long description is broken anew with each key.
  private func plainTypingRows(_ line: String, to width: Int) -> [String]? {
    var line = line
    return line.withUTF8 { bytes in
      guard bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return nil }
      var rows: [String] = []
      var (start, word) = (0, 0)
      for index in bytes.indices {
        let isSpace = bytes[index] == UInt8(ascii: " ")
        if !isSpace, index - start >= width {
          let end = word > start ? word : index
          rows.append(String(decoding: bytes[start..<end], as: UTF8.self))
          start = end
          word = end
        }
        if isSpace { word = index + 1 }
      }
      return rows + [String(decoding: bytes[start...], as: UTF8.self)]
    }
  }

  /// Breaks one line into rows of at most a width, between characters; a tab counts as one space.
  public func wrapped(_ line: String, to width: Int, atMost limit: Int = .max) -> [String] {
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
        if rows.count >= limit { return rows }
      }
      current += shown
      used += columns
    }
    rows.append(current)
    return rows
  }

  /// The first rows of a text that is broken for reading, the last of them with an ellipsis where there are more.
  public func paragraphs(_ text: String, to width: Int, atMost count: Int) -> [String] {
    // One more tells whether there are more.
    let rows = paragraphs(text, to: width, prefix: min(max(0, count), .max - 1) + 1)
    guard rows.count > count, count > 0 else { return Array(rows.prefix(max(0, count))) }
    return rows.prefix(count - 1) + [withEllipsis(rows[count - 1], to: width)]
  }

  private func withEllipsis(_ row: String, to width: Int) -> String {
    for end in [" …", "…"] where self.width(row + end) <= width { return row + end }
    return truncated(row + "…", to: width)
  }

  /// Breaks text into rows of at most a width at its spaces, for reading; words longer than a row are cut.
  ///
  /// Of a long text no more is looked at than the rows need that are asked for.
  public func paragraphs(_ text: String, to width: Int, prefix limit: Int = .max) -> [String] {
    guard width > 0 else { return [] }
    var rows: [String] = []
    var rest: Substring? = text[...]
    while let text = rest, rows.count < limit {
      let end = text.utf8.firstIndex(of: UInt8(ascii: "\n"))
      rows += paragraph(text[..<(end ?? text.endIndex)], to: width, atMost: limit - rows.count)
      rest = end.map { text[text.utf8.index(after: $0)...] }
    }
    return rows
  }

  /// Whether a text has no more than so many columns, without counting those beyond.
  private func fits(_ text: String, in width: Int) -> Bool {
    var columns = 0
    return text.unicodeScalars.allSatisfy { scalar in
      columns += self.width(of: scalar)
      return columns <= width
    }
  }

  private func paragraph(_ line: Substring, to width: Int, atMost limit: Int) -> [String] {
    var rows: [String] = []
    var current = ""
    var rest = line
    while rows.count < limit, let start = rest.firstIndex(where: { !$0.isWhitespace }) {
      let end = rest[start...].firstIndex(where: \.isWhitespace) ?? rest.endIndex
      let word = rest[start..<end]
      rest = rest[end...]
      let candidate = current.isEmpty ? String(word) : current + " " + word
      if fits(candidate, in: width) {
        current = candidate
      } else {
        if !current.isEmpty { rows.append(current) }
        var pieces = wrapped(String(word), to: width, atMost: limit)
        current = pieces.popLast() ?? ""
        rows += pieces
      }
    }
    return Array((rows + [current]).prefix(limit))
  }
}
