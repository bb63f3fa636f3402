import EventModel

extension EditorState {
  /// What is to be kept of the open form, so that it survives the end of the program; nil where nothing is.
  var draft: EventDraft? { form?.draft(in: dates) }

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
    guard !foundDrafts.isEmpty else { return [] }
    let kept = foundDrafts.removeFirst()
    switch answer {
    case .restore:
      // The others wait for the next start: there is one form.
      foundDrafts = []
      open(.restored(kept, dates))
      // It is this run's from now on, and goes when the form is saved, however soon that is.
      return [.keepDraft(kept.draft)]
    case .discard:
      return [.dropDraft(kept.draft.id)]
    case .later:
      return []
    }
  }
}

/// What is to become of a draft that was found.
enum DraftAnswer: Equatable, Sendable {
  case restore, discard, later
}
