import EventModel
import TerminalKit

/// Who changed an event, when, and what, as lines to be read.
struct HistoryPage: Equatable, Sendable {
  enum Line: Equatable, Sendable {
    /// A change: when, and who did what.
    case change(String)
    /// A field of the change above.
    case field(String)
  }

  let title: String
  let lines: [Line]
  var cursor = ListCursor()

  init(of event: Event, _ entries: [HistoryEntry], _ context: DateContext) {
    title = "History of “\(event.details.title)”"
    var lines = entries.flatMap { Self.lines($0, context) }
    // Events that are older than the history itself tell who made them.
    if !entries.contains(where: { $0.kind == .created }) {
      let when = momentText(event.createdAt, now: context.now, in: context.timeZone)
      lines.append(.change("\(when)  \(event.createdBy) added it"))
    }
    self.lines = lines
    cursor.setCount(lines.count)
  }

  private static func lines(_ entry: HistoryEntry, _ context: DateContext) -> [Line] {
    let when = momentText(entry.at, now: context.now, in: context.timeZone)
    let deed =
      switch entry.kind {
      case .created: "added it"
      case .changed: entry.fields.isEmpty ? "saved it without a change" : "changed"
      case .deleted: "deleted it"
      case .restored: "brought it back"
      }
    // What a deleted event held it holds again, or nobody would look at its history.
    let fields = entry.kind == .changed ? entry.fields : []
    return [.change("\(when)  \(entry.user) \(deed)")]
      + fields.map { .field("\($0.field.label): \(quoted($0.before)) → \(quoted($0.after))") }
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "nothing" : "“\(cleanedLine(text))”"
  }
}
