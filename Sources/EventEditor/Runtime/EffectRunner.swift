import EventModel
import Foundation
import Synchronization
import TerminalKit

/// Runs the editor's effects away from the screen's thread and posts their answers.
final class EffectRunner: Sendable {
  private let services: EditorServices
  private let mailbox: Mailbox<EditorEvent>
  /// Reads and saves, one after the other, so that a save is seen by the read after it.
  private let store = DispatchQueue(label: "pivotal.editor.store")
  /// A large catalogue takes seconds to be indexed, for which no save is to wait.
  private let catalogues = DispatchQueue(label: "pivotal.editor.catalogue")
  /// A sync runs beside them, since it may take long.
  private let syncs = DispatchQueue(label: "pivotal.editor.sync")
  private let stopFlag = StopFlag()
  /// What the user says to what a sync would do.
  private let approval = Approval()
  /// Looks for changes that others made, and this program's own.
  private let watch: ChangeWatch
  /// The events as they were read last, of which the next reading takes over what has not changed.
  private let known = Mutex<EventsSnapshot?>(nil)

  init(_ services: EditorServices, answeringTo mailbox: Mailbox<EditorEvent>) {
    self.services = services
    self.mailbox = mailbox
    watch = ChangeWatch(on: store, revisions: services.revisions)
  }

  /// Reads events and catalogue again whenever somebody has changed them, this program or another.
  func watchForChanges() {
    watch.start { [weak self] in self?.load($0) }
  }

  private func load(_ concern: ChangeWatch.Concern) {
    switch concern {
    case .events: run(.loadEvents)
    case .catalogue: run(.loadCatalogue)
    case .syncs: answer { [services] in .lastSyncRead(try services.lastSync()) }
    }
  }

  /// Runs an effect that concerns neither the terminal nor the program's end.
  func run(_ effect: EditorEffect) {
    let services = services
    switch effect {
    case .loadEvents: answer({ .eventsLoaded(try self.readEvents()) }, orElse: { .eventsUnreadable($0) })
    case .loadCatalogue: loadCatalogue()
    case .loadChanges: store.async { [weak self, watch] in watch.look { self?.load($0) } }
    case .findEvent(let id): answer { .eventFound(id, try services.event(id)) }
    case .loadHistory(let event): answer { .historyLoaded(event, try services.history(event.id)) }
    case .export(let request):
      answer({ .exported(try services.export(request)) }, orElse: { .notExported(request, $0) })
    case .findDrafts, .claimDraft, .keepDraft, .dropDraft: runDraft(effect)
    case .save, .saveRecord, .deleteRecord, .delete, .revert: change(effect)
    case .startSync(let request): startSync(request)
    case .answerPlan(let isApproved): approval.answer(isApproved)
    case .keepSetting(let name, let value): attempt { try services.keepSetting(name, value) }
    case .stopSync: stopFlag.raise()
    case .suspend, .editText, .useTheme, .useMouse, .redraw, .quit: break
    }
  }

  /// Runs an effect on what is kept of forms.
  private func runDraft(_ effect: EditorEffect) {
    let services = services
    switch effect {
    case .findDrafts: answer { .draftsFound(try services.drafts()) }
    case .claimDraft(let kept, let toDiscard):
      answer(
        { try services.claimDraft(kept) ? .draftClaimed(kept, toDiscard: toDiscard) : .draftGone(kept) },
        orElse: { .draftNotClaimed($0) })
    case .keepDraft(let draft): attempt({ try services.keepDraft(draft) }, orElse: { .draftNotKept($0) })
    case .dropDraft(let id): attempt { try services.dropDraft(id) }
    default: break
    }
  }

  /// Runs an effect that changes events or the catalogue.
  private func change(_ effect: EditorEffect) {
    let services = services
    switch effect {
    case .save(let details, let target, let draft):
      answer(
        { self.showing(EditorEvent(try services.save(details, target, draft))) }, orElse: { .saveFailed($0) })
    case .saveRecord(let change):
      answer(
        {
          try services.saveRecord(change)
          return .recordSaved(change)
        }, orElse: { .recordRefused($0) })
    case .deleteRecord(let deletion):
      answer(
        {
          try services.deleteRecord(deletion)
          return .recordDeleted(deletion)
        }, orElse: { .recordRefused($0) })
    case .delete(let ids): answer { self.showing(.deleted(try services.delete(ids))) }
    case .revert(let changes, let travel): revert(changes, travel)
    default: break
    }
  }

  private func revert(_ changes: [EventChange], _ travel: Travel) {
    answer(
      { [services] in
        do {
          return self.showing(.reverted(try services.revert(changes), travel))
        } catch let refusal as RevertRefusal {
          return self.showing(.revertRefused(refusal, changes, travel))
        }
      }, orElse: { .revertFailed($0, changes, travel) })
  }

  /// Reads the events, and hands the first ones over where none were known.
  private func readEvents() throws -> EventsSnapshot {
    watch.note(.events)
    let before = known.withLock { $0 }
    let snapshot = try services.events(before) { [mailbox] in
      if before == nil { mailbox.post(.eventsLoaded($0)) }
    }
    known.withLock { $0 = snapshot }
    return snapshot
  }

  /// Posts the events as they are now before the answer that goes with them, so that what is typed next meets them.
  ///
  /// Where they cannot be read, whoever reads them next says so.
  private func showing(_ event: EditorEvent) -> EditorEvent {
    if let snapshot = try? readEvents() { mailbox.post(.eventsLoaded(snapshot)) }
    return event
  }

  private func answer(
    on queue: DispatchQueue? = nil, _ job: @escaping @Sendable () throws -> EditorEvent,
    orElse failure: @escaping @Sendable (String) -> EditorEvent = { .failed($0) }
  ) {
    (queue ?? store).async { [mailbox] in
      do {
        mailbox.post(try job())
      } catch {
        mailbox.post(failure("\(error)"))
      }
    }
  }

  /// Does a job that is only heard of when it fails, and changes nothing that is shown.
  private func attempt(
    _ job: @escaping @Sendable () throws -> Void,
    orElse failure: @escaping @Sendable (String) -> EditorEvent = { .failed($0) }
  ) {
    store.async { [mailbox] in
      do {
        try job()
      } catch {
        mailbox.post(failure("\(error)"))
      }
    }
  }

  private func loadCatalogue() {
    // The reads that were asked for before come first, for the first screen shows events and nobody of the catalogue.
    store.async { [weak self, services, mailbox, watch, catalogues] in
      let events = self?.known.withLock { $0?.events } ?? []
      self?.answer(on: catalogues) {
        watch.note(.catalogue)
        return .catalogueLoaded(try services.catalogue(events) { mailbox.post(.catalogueLoaded($0)) })
      }
    }
  }

  private func startSync(_ request: SyncRequest) {
    stopFlag.lower()
    let dialogue = SyncDialogue(
      progress: { [mailbox] in mailbox.post(.syncProgressed($0)) }, isCancelled: { [stopFlag] in stopFlag.isRaised },
      approves: { [mailbox, approval] preview in
        approval.ask { mailbox.post(.syncPlanned(preview)) }
      })
    syncs.async { [services, mailbox, stopFlag] in
      do {
        guard let run = try services.sync(request, dialogue) else { return mailbox.post(.syncEnded(.notApproved)) }
        mailbox.post(.syncEnded(stopFlag.isRaised ? .stopped : .finished(run)))
      } catch {
        mailbox.post(.syncEnded(stopFlag.isRaised ? .stopped : .refused("\(error)")))
      }
    }
  }

  /// Waits for what is to be stored.
  func waitForStore() {
    store.sync {}
  }

  /// Waits for what is to be stored, and asks a running sync to end, for which the program does not wait.
  func finish() {
    stopFlag.raise()
    approval.close()
    watch.stop()
    waitForStore()
  }
}

/// A flag that one thread raises and another looks at.
private final class StopFlag: Sendable {
  private let value = Mutex(false)

  var isRaised: Bool { value.withLock { $0 } }
  func raise() { value.withLock { $0 = true } }
  func lower() { value.withLock { $0 = false } }
}

extension EditorEvent {
  fileprivate init(_ result: SaveResult) {
    switch result {
    case .saved(let event): self = .saved(event)
    case .conflict(let event): self = .conflicted(event)
    case .gone(let deletion): self = .foundDeleted(deletion)
    }
  }
}
