import EventModel

// What the store answers, by what it was asked for.

extension EditorState {
  /// Takes what became of a save, or of something else that typing waits for.
  mutating func takeAnswer(_ event: EditorEvent) -> [EditorEffect] {
    switch event {
    case .saved(let event): return saved(event)
    case .conflicted(let theirs): return conflicted(with: theirs)
    case .foundDeleted(let deletion): return foundDeleted(deletion)
    case .saveFailed(let sentence): return fail(sentence)
    case .recordSaved(let change): return noting(typing: false) { $0.saved(change) }
    case .recordDeleted(let deletion): return deleted(deletion)
    case .recordRefused(let sentence):
      quitsAfterSave = false
      changeRecord { $0.refuse(sentence) }
    case .draftClaimed(let kept, let toDiscard): return draftClaimed(kept, toDiscard: toDiscard)
    case .draftGone(let kept): return draftGone(kept)
    case .draftNotClaimed(let sentence): return draftNotClaimed(sentence)
    default: break
    }
    return []
  }

  /// Takes what became of a change that was made in the list.
  mutating func takeChange(_ event: EditorEvent) -> [EditorEffect] {
    switch event {
    case .deleted(let events): deleted(events)
    case .reverted(let changes, let travel): reverted(changes, travel)
    case .revertRefused(let refusal, let changes, let travel): revertRefused(refusal, changes, travel)
    case .revertFailed(let sentence, let changes, let travel):
      listHistory.put(changes, backFor: travel)
      return fail(sentence)
    default: break
    }
    return []
  }

  /// Takes what was read.
  mutating func takeReading(_ event: EditorEvent) {
    switch event {
    case .eventsLoaded(let snapshot): list.load(snapshot, now: dates.now)
    case .eventsUnreadable(let sentence): list.failure = sentence
    case .catalogueLoaded(let snapshot): if snapshot.replaces(catalogue) { take(snapshot) }
    case .lastSyncRead(let time): catalogue = catalogue.synced(at: time)
    case .historyLoaded(let event, let entries): showHistory(of: event, entries)
    case .eventFound(let id, let event): found(id, event)
    case .draftsFound(let drafts): offerDrafts(drafts)
    default: break
    }
  }

  private mutating func take(_ snapshot: CatalogueSnapshot) {
    form?.refresh(snapshot, from: catalogue)
    history.outdateLists()
    catalogue = snapshot
    isCatalogueLoaded = true
    form?.noteStrangers(snapshot)
  }
}
