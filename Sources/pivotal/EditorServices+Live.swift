import CentreSync
import EventEditor
import EventFiles
import EventModel
import EventStore
import Foundation
import Synchronization

extension EditorServices {
  /// The editor's services on a real store and a real Resources Centre.
  static func live(_ storage: AuthorizedStorage, centre: @escaping @Sendable () throws -> SyncConfiguration)
    -> EditorServices
  {
    let doubts = Doubts()
    return EditorServices(
      events: { try storage.snapshot(knowing: $0, partial: $1) },
      catalogue: { try CatalogueSnapshot(storage, events: $0, partial: $1) },
      lastSync: { try storage.catalogueSummary().lastSuccess },
      revisions: { try storage.revisions() },
      event: { try storage.event($0) },
      save: { try storage.save($0, to: $1, dropping: $2) },
      drafts: { try storage.drafts(of: OperatingSystemUser.name) },
      claimDraft: { try storage.claim($0, of: OperatingSystemUser.name) },
      keepDraft: { try storage.keep($0, of: OperatingSystemUser.name, at: .present) },
      dropDraft: { try storage.dropDraft($0) },
      saveRecord: { try storage.save($0) },
      deleteRecord: { try storage.deleteRecord($0.row, of: $0.collection, holding: $0.values) },
      delete: { try storage.delete($0, by: OperatingSystemUser.name, at: .present) },
      revert: { try storage.revertForEditor($0) },
      history: { try storage.history(of: $0) },
      export: { request in
        let isWritten = try writeExport(
          request.events, as: request.format, to: request.path, replacing: request.replacesFile)
        return isWritten ? .written(request.count, path: request.path) : .exists(request)
      },
      sync: { request, dialogue in
        try CentreSync(configuration: centre(), storage: storage, now: { .present }).run(request, dialogue, doubts)
      },
      now: { .present })
  }
}

extension CatalogueSnapshot {
  /// Reads the catalogue from a store and indexes it, with those first that the events chose.
  convenience init(
    _ storage: any EventStorage, events: [Event], partial: (CatalogueSnapshot) -> Void
  ) throws {
    self.init(
      speakers: try storage.speakers(), organizers: try storage.organizers(), sponsors: try storage.sponsors(),
      events: events,
      newNames: try Dictionary(
        uniqueKeysWithValues: CatalogueCollection.allCases.map { ($0, try storage.newNames(in: $0)) }),
      lastSync: try storage.catalogueSummary().lastSuccess, partial: partial)
  }
}

extension EventStorage {
  /// How many events on each side of the present are shown before all have been read.
  private var firstEvents: Int { 200 }

  /// Reads and indexes the events, those around the present first.
  fileprivate func snapshot(
    knowing known: EventsSnapshot?, partial: (EventsSnapshot) -> Void
  ) throws -> EventsSnapshot {
    guard let known else {
      partial(EventsSnapshot(try events(around: .present, count: firstEvents), isPartial: true))
      return EventsSnapshot(try events())
    }
    return try events(knowing: known.events).map { EventsSnapshot($0, over: known) } ?? known
  }

  fileprivate func revertForEditor(_ changes: [EventChange]) throws -> [EventChange] {
    do {
      return try revert(changes, by: OperatingSystemUser.name, at: .present)
    } catch StorageError.changedMeanwhile(let user, _) {
      throw RevertRefusal.changed(by: user)
    } catch StorageError.noSuchEvent {
      throw RevertRefusal.gone
    }
  }

  /// Who deleted an event and when; nil where that is not known.
  private func deletion(of id: Event.ID) throws -> HistoryEntry? {
    try history(of: id).first { $0.kind == .deleted }
  }

  fileprivate func save(_ details: EventDetails, to target: SaveTarget, dropping draft: String) throws -> SaveResult {
    guard case .existing(let id, let version) = target else {
      return .saved(try add(details, by: OperatingSystemUser.name, at: .present, dropping: draft))
    }
    do {
      return .saved(
        try update(id, to: details, basedOn: version, by: OperatingSystemUser.name, at: .present, dropping: draft))
    } catch StorageError.changedMeanwhile {
      guard let theirs = try event(id) else { return try .gone(deletion(of: id)) }
      return .conflict(theirs)
    } catch StorageError.noSuchEvent {
      return try .gone(deletion(of: id))
    }
  }
}

extension AuthorizedStorage {
  fileprivate func save(_ change: RecordChange) throws {
    if let row = change.row {
      try editRecord(row, of: change.collection, from: change.from, to: change.to, at: .present)
    } else {
      _ = try addRecord(change.to, to: change.collection, at: .present)
    }
  }
}

extension CentreSync {
  /// Does what the editor asks for; nil where the plan was not approved.
  fileprivate func run(_ request: SyncRequest, _ dialogue: SyncDialogue, _ doubts: Doubts) throws -> SyncRun? {
    var options = SyncOptions()
    if request == .acceptingRemovals { options.acceptedRemovals = doubts.shown }
    let run = try run(options, showingPlan: request == .showingPlanFirst, dialogue)
    if let run { doubts.show(run) }
    return run
  }

  private func run(_ options: SyncOptions, showingPlan: Bool, _ dialogue: SyncDialogue) throws -> SyncRun? {
    let counts = ProgressCounts(dialogue.progress)
    guard showingPlan else {
      return try run(options, progress: counts.take, isCancelled: dialogue.isCancelled)
    }
    return try review(options, progress: counts.take, isCancelled: dialogue.isCancelled) { plan in
      try dialogue.approves(SyncPreview(plan))
    }
  }
}

/// The collections that the Centre listed next to nothing of, as the editor has shown them last: only these may be
/// accepted, and no more of them.
private final class Doubts: Sendable {
  private let last = Mutex<[CatalogueCollection: SourceEmptied]>([:])

  var shown: [CatalogueCollection: SourceEmptied] { last.withLock { $0 } }

  func show(_ run: SyncRun) {
    last.withLock { $0 = run.outcomes.compactMapValues(\.emptied) }
  }
}

extension SyncPreview {
  /// The most rows of a collection that are shown; nobody reads more on a screen.
  private static let mostRows = 5_000

  /// A plan in words.
  fileprivate init(_ plan: StagedPlan) throws {
    var lines: [CatalogueCollection: [String]] = [:]
    for collection in CatalogueCollection.allCases {
      lines[collection] = try plan.lines(for: collection, limit: Self.mostRows)
    }
    self.init(run: plan.run, lines: lines)
  }
}

/// Sums up how far the collections have come, which are read side by side.
private final class ProgressCounts: Sendable {
  private let counts = Mutex<SyncCounts>([:])
  private let tell: @Sendable (SyncCounts) -> Void

  init(_ tell: @escaping @Sendable (SyncCounts) -> Void) {
    self.tell = tell
  }

  @Sendable func take(_ progress: SyncProgress) {
    guard case .reading(let collection, let records) = progress else { return }
    let all = counts.withLock { counts in
      counts[collection] = records
      return counts
    }
    tell(all)
  }
}
