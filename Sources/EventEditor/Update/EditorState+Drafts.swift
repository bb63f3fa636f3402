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
    switch answer {
    case .restore:
      open(.restored(kept, dates))
      if let record = kept.draft.record.flatMap(RecordForm.init) { overlays.append(.record(record)) }
      // It is this run's from now on, and goes when the form is saved, however soon that is.
      return [.keepDraft(draft ?? kept.draft)]
    case .discardForGood:
      return [.dropDraft(kept.draft.id)]
    case .later, .discard:
      return []
    }
  }
}

/// What is to become of a draft that was found.
enum DraftAnswer: Equatable, Sendable {
  case restore, discard, discardForGood, later
}
