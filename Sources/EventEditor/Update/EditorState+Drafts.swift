import EventModel

extension EditorState {
  /// What is to be kept of the open form, so that it survives the end of the program; nil where nothing is.
  var draft: EventDraft? { form?.draft }

  /// Asks about the first draft that was found, and by and by about the others.
  mutating func offerDrafts(_ drafts: [KeptDraft]) {
    foundDrafts = drafts
    askAboutNextDraft()
  }

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
      return []
    case .discard:
      askAboutNextDraft()
      return [.dropDraft(kept.draft.id)]
    case .later:
      askAboutNextDraft()
      return []
    }
  }
}

/// What is to become of a draft that was found.
enum DraftAnswer: Equatable, Sendable {
  case restore, discard, later
}
