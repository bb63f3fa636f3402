import EventModel
import TerminalKit

extension EditorView {
  /// What a running sync has read so far, in words and numbers, or that it waits; nil where there is none.
  static func syncLine(_ state: EditorState) -> String? {
    switch state.sync {
    case .idle, .ended: nil
    case .planned:
      "What the sync would change is known and waits: "
        + "\(state.preferences.keys.name(of: .planSync, in: .program)), or the menu, shows it"
    case .running(let running) where running.isStopping: "Stopping the sync after its current step …"
    case .running(let running): progress(of: running) + " …" + stopHint(state)
    }
  }

  /// The key that stops the sync, where nothing nearer owns it: an open list, for one, closes first.
  private static func stopHint(_ state: EditorState) -> String {
    state.preferences.keys.key(for: .stopSync, in: state.contexts).map { " \($0.name) stops" } ?? ""
  }

  private static func progress(of running: RunningSync) -> String {
    let parts = CatalogueCollection.allCases.compactMap { collection in
      running.counts[collection].map { "\(grouped($0)) \(collection.rawValue)" }
    }
    let job = running.request == .showingPlanFirst ? "Finding out what would change: " : "Syncing: "
    return job + (parts.isEmpty ? "asking the Resources Centre" : parts.joined(separator: ", ") + " read")
  }

  /// The result of a sync, over the foot of the screen until the next key.
  mutating func drawSyncResult() {
    guard case .ended(let end) = state.sync else { return }
    let width = min(size.width, 76) - 4
    let lines = Self.lines(of: end).flatMap { line in rows(line.text, to: width).map { ($0, line.style) } }
    let room = size.height - 6
    let shown =
      lines.count <= room
      ? lines : Array(lines.prefix(room - 1)) + [("… `pivotal sync --history` lists them all", .secondary)]
    let box = Rect(
      x: (size.width - width - 4) / 2, y: size.height - shown.count - 4, width: width + 4, height: shown.count + 2)
    canvas.drawBox(box, title: "Sync")
    note(.cover, box)
    // The cursor never stands on something else than it means: over a row that is covered it shows where the news are.
    if box.contains(canvas.frame.cursor) { canvas.setCursor(Point(x: box.x + 2, y: box.y + 1)) }
    for (offset, line) in shown.enumerated() {
      canvas.draw(line.0, x: box.x + 2, y: box.y + 1 + offset, style: line.1, width: width)
    }
  }

  /// The rows of a line, each as far from the edge as the line itself.
  private func rows(_ line: String, to width: Int) -> [String] {
    let indent = String(line.prefix { $0 == " " })
    return metrics.paragraphs(line, to: width - indent.count).map { indent + $0 }
  }

  private typealias Line = (text: String, style: Style)

  private static func lines(of end: SyncEnd) -> [Line] {
    switch end {
    case .refused(let sentence): return [(sentence, .error)]
    case .stopped: return [("Stopped. Collections already finished are in; the next sync brings the rest.", .warning)]
    case .notApproved: return [("Nothing was changed.", .text)]
    case .finished(let run):
      let head: Line = (run.message, run.isSuccess ? .success : .error)
      let summary = run.summary(problemLimit: 20).map { ($0.text, $0.isProblem ? Style.error : .text) }
      return [head] + summary + notes(of: run).map { ($0, .text) }
    }
  }

  /// What there is to say of single rows; what the Centre lists too little of is asked about.
  private static func notes(of run: SyncRun) -> [String] {
    CatalogueCollection.allCases.flatMap { collection in
      let outcome = run.outcomes[collection]
      let emptied = outcome?.emptied.map { ["  " + $0.sentence(for: collection)] } ?? []
      return emptied + (outcome?.noteSentences ?? [])
    }
  }
}
