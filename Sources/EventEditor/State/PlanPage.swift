import EventModel
import TerminalKit

/// What a sync would do, to be looked through before it is done.
struct PlanPage: Equatable, Sendable {
  /// One line of it.
  struct Line: Equatable, Sendable {
    let text: String
    let kind: Kind
  }

  /// What a line is about.
  enum Kind: Equatable, Sendable {
    case collection, change, problem
  }

  let lines: [Line]
  var cursor = ListCursor()

  init(_ preview: SyncPreview) {
    if preview.run.commonFailure != nil {
      lines = preview.run.summary().map { Line(text: $0.text, kind: .problem) }
    } else {
      lines = CatalogueCollection.allCases.flatMap { collection in
        preview.run.outcomes[collection].map { outcome in
          Self.lines(of: collection, outcome, changes: preview.lines[collection] ?? [])
        } ?? []
      }
    }
    cursor.setCount(lines.count)
  }

  private static func lines(
    of collection: CatalogueCollection, _ outcome: SyncOutcome, changes: [String]
  ) -> [Line] {
    let summary = outcome.summary(of: collection).map {
      Line(text: $0.text, kind: $0.isProblem ? .problem : .collection)
    }
    let emptied = outcome.emptied.map { [Line(text: "  " + $0.sentence(for: collection), kind: .problem)] } ?? []
    let notes = outcome.notes.filter(\.isBesideTheChanges).map { Line(text: "  " + $0.sentence, kind: .change) }
    return summary + emptied + changes.map { Line(text: $0, kind: .change) } + notes
  }
}

extension SyncNote {
  /// Whether it says something that the changes themselves do not.
  fileprivate var isBesideTheChanges: Bool { [.conflict, .kept, .overwritten, .returned].contains(kind) }
}
