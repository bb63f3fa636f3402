import EventModel
import TerminalKit

extension EditorView {
  /// What a running sync has read so far, in words and numbers.
  static func syncLine(_ counts: SyncCounts, isStopping: Bool) -> String {
    if isStopping { return "Stopping the sync after its current step …" }
    let parts = CatalogueCollection.allCases.compactMap { collection in
      counts[collection].map { "\(grouped($0)) \(collection.rawValue)" }
    }
    return "Syncing: " + (parts.isEmpty ? "asking the Resources Centre" : parts.joined(separator: ", ") + " read")
      + " … Esc stops"
  }

  /// The result of a sync, over the foot of the screen until the next key.
  mutating func drawSyncResult() {
    guard case .ended(let end) = state.sync else { return }
    let width = min(size.width, 76) - 4
    let lines = Self.lines(of: end).flatMap { line in metrics.paragraphs(line.text, to: width).map { ($0, line.style) }
    }
    let room = size.height - 6
    let shown =
      lines.count <= room
      ? lines : Array(lines.prefix(room - 1)) + [("… `pivotal sync --json` lists them all", .secondary)]
    let box = Rect(
      x: (size.width - width - 4) / 2, y: size.height - shown.count - 4, width: width + 4, height: shown.count + 2)
    canvas.drawBox(box, title: "Sync")
    note(.cover, box)
    for (offset, line) in shown.enumerated() {
      canvas.draw(line.0, x: box.x + 2, y: box.y + 1 + offset, style: line.1, width: width)
    }
  }

  private typealias Line = (text: String, style: Style)

  private static func lines(of end: SyncEnd) -> [Line] {
    switch end {
    case .refused(let sentence): return [(sentence, .error)]
    case .stopped: return [("Stopped. Collections already finished are in; the next sync brings the rest.", .warning)]
    case .finished(let run):
      let head: Line = (run.message, run.isSuccess ? .success : .error)
      return [head]
        + CatalogueCollection.allCases.flatMap { collection in
          run.outcomes[collection].map { lines(of: collection, $0) } ?? []
        }
    }
  }

  private static func lines(of collection: CatalogueCollection, _ outcome: SyncOutcome) -> [Line] {
    outcome.summaryLines(for: collection).enumerated().map { index, text in
      (text, index > 0 || outcome.failure != nil ? .error : .text)
    }
  }
}
