import EventModel
import TerminalKit

extension EditorView {
  private typealias Message = (text: String, style: Style)

  /// Draws the row above the footer, and more of them where what is to be said needs it.
  mutating func drawStatusLine() {
    // What has the focus is never hidden by what is said about it.
    let room = max(1, size.height - 2 - canvas.frame.cursor.y)
    var lines: [Message] = []
    for message in statusMessages {
      let rows = rows(of: message, atMost: room)
      if lines.isEmpty || lines.count + rows.count <= room { lines += rows }
    }
    let count = max(1, lines.count)
    canvas.clear(Rect(x: 0, y: size.height - 1 - count, width: size.width, height: count))
    for (offset, line) in lines.enumerated() {
      canvas.draw(line.text, x: 0, y: size.height - 1 - count + offset, style: line.style)
    }
  }

  private func rows(of message: Message, atMost room: Int) -> [Message] {
    guard metrics.width(message.text) > size.width else { return [message] }
    return metrics.paragraphs(message.text, to: size.width, atMost: room).map { ($0, message.style) }
  }

  /// News alone, else what is wrong with the focused field and a running sync, else what the field has to say and what
  /// else is on that day; in the list the zone of an event that is elsewhere.
  ///
  /// Where there is no room for all of them the first stays.
  private var statusMessages: [Message] {
    if let notice = state.notice { return [(notice.text, notice.style)] }
    let field = state.form.flatMap(fieldMessage)
    guard let line = Self.syncLine(state) else {
      return [field ?? zoneLine.map { ($0, .secondary) }].compactMap(\.self)
    }
    return (field?.style == .error ? [field].compactMap(\.self) : []) + [(line, .warning)]
  }

  /// What the focused field has to say.
  private func fieldMessage(_ form: EventForm) -> Message? {
    let message = form.message(of: form.focus, in: state)
    if let badge = badgeLine(form) { return message.map { ("\(badge). \($0.0)", $0.1) } ?? (badge, .secondary) }
    let line = dayLine(below: form)
    guard let (message, style) = message else { return line.map { ($0, .secondary) } }
    // Behind a field's own text it says what that equals, here it stands behind the label.
    let said = message.hasPrefix("= ") ? String(message.dropFirst(2)) : message
    // What is wrong or odd has the line to itself.
    let rest = style == .secondary ? line.map { ". \($0)" } ?? "" : ""
    let label = form.focus.label
    return (said.hasPrefix(label + " ") ? said : "\(label): \(said)\(rest)", style)
  }

  /// Which badge has the focus, in words for whom the cursor does not tell enough; nil where none has.
  private func badgeLine(_ form: EventForm) -> String? {
    guard form.focus == .speakers, let badge = form.speakers.focusedBadge, form.speakers.chosen.indices.contains(badge)
    else { return nil }
    let place = "\(form.speakers.chosen[badge]), \(badge + 1) of \(form.speakers.chosen.count)"
    return "\(place): \(state.preferences.keys.name(of: .removeBadgeBackward, in: state.contexts)) takes it off"
  }
}
