import EventModel
import Foundation
import TerminalKit

extension EventForm {
  /// What stands in the form, to be kept until it is saved; nil while nothing has changed.
  ///
  /// An end that follows the start once that is left has followed it already in what is kept. With it goes what stands
  /// in the small form over it.
  func draft(in context: DateContext, with record: RecordDraft? = nil) -> EventDraft? {
    guard isChanged || record != nil else { return nil }
    var form = self
    if focus == .starts { form.moveEnd(context) }
    return form.draftAsItStands(with: record)
  }

  private func draftAsItStands(with record: RecordDraft?) -> EventDraft {
    // Pasted names that wait are a line each behind the text, which has one line.
    let names = [speakers.editor.text] + speakers.unresolved
    var texts: [EventField: String] = [
      .speakers: names.joined(separator: "\n"), .description: description.text,
    ]
    var choices: [EventField: String] = [:]
    for (field, path) in Self.textFields { texts[field] = self[keyPath: path].text }
    for (field, path) in Self.pickers {
      texts[field] = self[keyPath: path].editor.text
      choices[field] = self[keyPath: path].chosen
    }
    return EventDraft(
      id: draftID, base: base, texts: texts, choices: choices, speakers: speakers.chosen, typedAt: typedAt,
      record: record)
  }

  /// The form that a draft was made of.
  static func restored(_ kept: KeptDraft, _ context: DateContext) -> EventForm {
    let draft = kept.draft
    var form = draft.base.map { EventForm.edit($0, context) } ?? .new(context)
    form.draftID = draft.id
    form.typedAt = draft.typedAt ?? [.starts: kept.keptAt, .ends: kept.keptAt]
    for (field, path) in textFields { form[keyPath: path] = TextField(draft.texts[field] ?? "") }
    for (field, path) in pickers {
      let source = form[keyPath: path].source
      form[keyPath: path] = Picker(source, chosen: draft.choices[field] ?? "", text: draft.texts[field])
    }
    let names = (draft.texts[.speakers] ?? "").components(separatedBy: "\n")
    form.speakers = Combobox(
      .speakers, chosen: draft.speakers, text: names.first ?? "", unresolved: Array(names.dropFirst()))
    form.description = TextEditor(draft.texts[.description] ?? "")
    form.noteStart(context)
    return form
  }
}
