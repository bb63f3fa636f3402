import EventModel

extension EditorState {
  /// What is to be kept of the open form, so that it survives the end of the program; nil where nothing is.
  var draft: EventDraft? { form?.draft(in: dates, with: changedRecord?.draft) }

  /// The small form that is open with changes, whatever lies over it.
  private var changedRecord: RecordForm? {
    overlays.lazy.compactMap { if case .record(let record) = $0, record.isChanged { record } else { nil } }.first
  }

  /// Notes the drafts that were found; they are asked about one by one as soon as that interrupts nobody.
  mutating func offerDrafts(_ drafts: [KeptDraft]) {
    foundDrafts = drafts
    if !drafts.isEmpty, form != nil, notice == nil {
      say("Changes that were never saved are kept: you are asked once this form is closed", .secondary)
    }
  }

  /// Asks about the next of the drafts that were found.
  mutating func askAboutNextDraft() {
    guard let kept = foundDrafts.first else { return }
    let time = momentText(kept.keptAt, now: dates.now, in: dates.timeZone)
    overlays.append(.question(.draft(title: kept.draft.title, keptAt: time)))
  }

  mutating func answerDraft(_ answer: DraftAnswer) -> [EditorEffect] {
    guard let kept = foundDrafts.first else { return [] }
    if answer == .discard {
      overlays.append(.question(.discardDraft(title: kept.draft.title)))
      return []
    }
    foundDrafts.removeFirst()
    guard answer != .later else { return [] }
    // It was found a while ago: another editor may have it by now, and what is typed next is for what comes of that.
    isSaving = true
    return [.claimDraft(kept, toDiscard: answer == .discardForGood)]
  }

  /// Does with a draft what was asked for, now that no other editor can have it.
  mutating func draftClaimed(_ kept: KeptDraft, toDiscard: Bool) -> [EditorEffect] {
    if toDiscard { return [.dropDraft(kept.draft.id)] }
    open(.restored(kept, dates))
    if let record = kept.draft.record.flatMap(RecordForm.init) { overlays.append(.record(record)) }
    // It goes when the form is saved, however soon that is, and says when dates were typed.
    return [.keepDraft(draft ?? kept.draft)]
  }

  /// Says why nothing becomes of a draft that was asked for.
  mutating func draftGone(_ kept: KeptDraft) -> [EditorEffect] {
    say("\(kept.draft.title) is another editor's meanwhile, or saved: see the list for what is saved", .warning)
    return [.loadEvents]
  }

  mutating func draftNotClaimed(_ sentence: String) -> [EditorEffect] {
    say("The draft stays for the next start: \(sentence)", .error)
    return []
  }
}

/// What is to become of a draft that was found.
enum DraftAnswer: Equatable, Sendable {
  case restore, discard, discardForGood, later
}
