import EventModel
import TerminalKit

extension EventForm {
  /// What stands in the form, to be kept until it is saved; nil while nothing has changed.
  var draft: EventDraft? {
    guard isChanged else { return nil }
    var texts: [EventField: String] = [.speakers: speakers.editor.text, .description: description.text]
    var choices: [EventField: String] = [:]
    for (field, path) in Self.textFields { texts[field] = self[keyPath: path].text }
    for (field, path) in Self.pickers {
      texts[field] = self[keyPath: path].editor.text
      choices[field] = self[keyPath: path].chosen
    }
    return EventDraft(id: draftID, base: base, texts: texts, choices: choices, speakers: speakers.chosen)
  }

  /// The form that a draft was made of.
  static func restored(_ kept: KeptDraft, _ context: DateContext) -> EventForm {
    let draft = kept.draft
    var form = draft.base.map { EventForm.edit($0, context) } ?? .new(context)
    form.draftID = draft.id
    form.typedAt = [.starts: kept.keptAt, .ends: kept.keptAt]
    for (field, path) in textFields { form[keyPath: path] = TextField(draft.texts[field] ?? "") }
    for (field, path) in pickers {
      let source = form[keyPath: path].source
      form[keyPath: path] = Picker(source, chosen: draft.choices[field] ?? "", text: draft.texts[field])
    }
    form.speakers = Combobox(.speakers, chosen: draft.speakers, text: draft.texts[.speakers] ?? "")
    form.description = TextEditor(draft.texts[.description] ?? "")
    return form
  }
}
