/// Where a date without a year, a weekday or `+2d` is counted from.
struct DateReference: Sendable {
  /// The day `today` names.
  let today: CivilDay
  /// The day after which, or from which on, `24 nov` and `fri` are looked for.
  let from: CivilDay
  /// Whether `from` itself may be the day that is looked for, as it is for an end.
  let includesFrom: Bool
  /// Which number of `03/04` is the day.
  let order: DayMonthOrder?
  /// What to say of a word that begins no date: `is not a date: try …`.
  let advice: String
}

/// A date as it is written, before a zone makes an instant of it.
enum WrittenDate: Equatable, Sendable {
  case now
  /// A time ahead of the reference (or behind it), such as `+3h`.
  case shift(Length)
  /// A day or a time of day, or both.
  case local(day: CivilDay?, clock: ClockTime?, offset: WrittenOffset?)
}

/// An offset from UTC that stands behind a time.
struct WrittenOffset: Equatable, Sendable {
  enum Kind: Sendable {
    /// It gives the instant, whatever the zone of the event.
    case anywhere
    /// It only chooses between the offsets that the event's zone has, as `CEST` does.
    case ofTheZone
    /// It may be a second time: `10:00-12:00`.
    case orRange
  }

  let seconds: Int
  let kind: Kind
  let text: String
}

/// Reads the words of a date one after the other; the rules for days, times and lengths stand in files of their own.
struct DateParser {
  let source: DateTokens
  let reference: DateReference
  var position = 0
  /// Whether the day was written year first, as dates are that programs write.
  var hasISODay = false
  /// What the reading says of the day besides its date, with a comma before it.
  var dayNote = ""
  /// The hour of a time that was written `14h` and nothing more.
  var bareHour: BareHour?

  init(_ source: DateTokens, reference: DateReference) {
    self.source = source
    self.reference = reference
  }

  /// Reads the whole text: a day, a time, both in either order, or a shift from the present.
  mutating func date() throws(DateMistake) -> WrittenDate {
    if let date = shift() {
      guard isAtEnd else { throw misplaced }
      return date
    }
    var day: CivilDay?
    var clock: ClockTime?
    var offset: WrittenOffset?
    while !isAtEnd {
      if day == nil, let found = try self.day() {
        day = found
      } else if clock == nil, let found = try self.clock() {
        clock = found
        offset = try self.offset()
      } else {
        throw misunderstood(afterDay: day != nil, afterClock: clock != nil)
      }
    }
    return .local(day: day, clock: clock, offset: offset)
  }

  /// Takes `now`, or a length with a sign that counts hours or minutes.
  private mutating func shift() -> WrittenDate? {
    if skip("now") { return .now }
    var ahead = self
    guard let length = ahead.signedLength() ?? ahead.lengthInWords(), length.seconds != 0 else { return nil }
    self = ahead
    return .shift(length)
  }

  private func misunderstood(afterDay: Bool, afterClock: Bool) -> DateMistake {
    if afterClock { return misplaced }
    if afterDay { return DateMistake("\(quoted) is not a time: try 14:00 or 2pm") }
    return DateMistake("\(quoted) \(reference.advice)")
  }

  private var misplaced: DateMistake {
    DateMistake("\(quoted) cannot follow \(quotedSoFar): leave \(quoted) out")
  }

  /// A day to show how one is written.
  var example: String { reference.today.next.isoText }
}

// MARK: - Looking at the tokens

extension DateParser {
  var isAtEnd: Bool { position >= source.tokens.count }

  /// The token that lies so many places ahead.
  func token(_ ahead: Int = 0) -> DateTokens.Token? {
    let index = position + ahead
    return source.tokens.indices.contains(index) ? source.tokens[index] : nil
  }

  func number(_ ahead: Int = 0) -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits) = token(ahead) else { return nil }
    return (value, digits)
  }

  func letters(_ ahead: Int = 0) -> String? {
    guard case .letters(let letters) = token(ahead) else { return nil }
    return letters
  }

  func isMark(_ mark: Character, _ ahead: Int = 0) -> Bool { token(ahead) == .mark(mark) }

  /// Whether no space separates the token that lies so many places ahead from the next one.
  func isSameWord(_ ahead: Int) -> Bool {
    let indexes = source.wordIndexes
    let (next, other) = (position, position + ahead)
    return indexes.indices.contains(next) && indexes.indices.contains(other) && indexes[next] == indexes[other]
  }

  /// Takes the next token if it is one of these words.
  mutating func skip(_ words: String...) -> Bool {
    guard let letters = letters(), words.contains(letters) else { return false }
    position += 1
    return true
  }

  /// Takes the next token if it is this mark.
  mutating func skip(mark: Character) -> Bool {
    guard isMark(mark) else { return false }
    position += 1
    return true
  }

  /// The word at the position, as typed and in quotes.
  var quoted: String { quote(source.words[source.wordIndexes.indices.contains(position) ? wordIndex : 0]) }

  /// The words before the one at the position, in quotes.
  private var quotedSoFar: String { quote(source.words.prefix(wordIndex).joined(separator: " ")) }

  private var wordIndex: Int { source.wordIndexes[position] }
}

/// Some typed text in quotes, cut where it is long.
func quote(_ text: String) -> String {
  let line = cleanedLine(text)
  return line.count > 30 ? "'\(line.prefix(29))…'" : "'\(line)'"
}
