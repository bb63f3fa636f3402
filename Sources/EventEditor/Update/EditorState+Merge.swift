import EventModel
import TerminalKit

extension EditorState {
  /// Someone saved the event while it was open here: what does not clash is merged at once, for the rest the user is
  /// asked.
  mutating func conflicted(with theirs: Event) -> [EditorEffect] {
    guard let form, let base = form.base?.details, case .details(let mine) = form.reading(in: dates) else {
      quitsAfterSave = false
      say(
        "\(theirs.updatedBy) saved this event meanwhile: close the form, open it again and repeat your change", .error)
      return []
    }
    let merge = Merge(base: base, mine: mine, theirs: theirs)
    if merge.clashes.isEmpty { return save(merge) }
    overlays.append(.merge(MergePage(merge)))
    return []
  }

  /// The event was deleted while it was open here: what stands in the form can still be saved, as another event.
  mutating func foundDeleted(_ deletion: HistoryEntry?) -> [EditorEffect] {
    guard let form else { return [] }
    let time = deletion.map { momentText($0.at, now: dates.now, in: dates.timeZone) }
    overlays.append(
      .question(.saveAsNew(title: form.givenTitle, by: deletion?.user, at: time, quitting: quitsAfterSave)))
    quitsAfterSave = false
    return []
  }

  /// Puts the merged event into the form and saves it over what the other side saved.
  mutating func save(_ merge: Merge) -> [EditorEffect] {
    let details = merge.details
    let merged = Event(
      id: merge.theirs.id, details: details, version: merge.theirs.version, createdBy: merge.theirs.createdBy,
      createdAt: merge.theirs.createdAt, updatedBy: merge.theirs.updatedBy, updatedAt: merge.theirs.updatedAt)
    var form = EventForm.edit(merged, dates)
    form.rebase(on: merge.theirs, dates)
    form.focus = self.form?.focus ?? .title
    form.draftID = self.form?.draftID ?? ""
    open(form)
    if let problem = details.problems().first {
      self.form?.focus = problem.field
      quitsAfterSave = false
      say("Not saved: with \(merge.theirs.updatedBy)'s change, \(problem.message)", .error)
      return []
    }
    mergedWith = merge.theirs.updatedBy
    replaced = merge.theirs
    isSaving = true
    return [.save(details, form.target, draft: form.draftID)]
  }
}

/// The fields that two people have changed, to be chosen from one by one.
struct MergePage: Equatable, Sendable {
  var merge: Merge
  var cursor = ListCursor()

  init(_ merge: Merge) {
    self.merge = merge
    cursor.setCount(merge.clashes.count)
  }

  /// Takes the other side of the field the cursor is on.
  mutating func choose(mine: Bool) {
    guard merge.clashes.indices.contains(cursor.index) else { return }
    merge.clashes[cursor.index].keepsMine = mine
  }
}
