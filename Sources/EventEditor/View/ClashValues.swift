import EventModel
import TerminalKit

/// The two values of a field that two people have changed, and where they begin to differ.
struct ClashValues {
  let mine: String
  let theirs: String
  /// How many characters both begin with.
  private let common: Int

  /// The characters before the first difference that are shown to find one's way.
  private static let lead = 16

  /// Reads both values of a clash.
  init(_ clash: Merge.Clash, of merge: Merge) {
    // Each side's times are by its own zone, which may be another.
    func text(_ details: EventDetails) -> String {
      clash.field.text(of: details) + ([.starts, .ends].contains(clash.field) ? " \(details.timeZone)" : "")
    }
    self.init(mine: text(merge.mine), theirs: text(merge.theirs.details))
  }

  /// Compares two values.
  init(mine: String, theirs: String) {
    self.mine = mine
    self.theirs = theirs
    common = zip(mine, theirs).lazy.prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
  }

  /// Both in one line each; where what differs would have no room, from shortly before it on.
  func lines(to width: Int, _ metrics: TextMetrics) -> (mine: String, theirs: String) {
    let isSeen = metrics.width(cleanedLine(String(mine.prefix(common + 1)))) < width
    let (mine, theirs) = isSeen ? (mine, theirs) : fromDifference
    return (cleanedLine(mine), cleanedLine(theirs))
  }

  /// Both from shortly before the first difference on.
  var fromDifference: (mine: String, theirs: String) {
    guard common > Self.lead else { return (mine, theirs) }
    let start = common - Self.lead
    return ("…" + mine.dropFirst(start), "…" + theirs.dropFirst(start))
  }
}
