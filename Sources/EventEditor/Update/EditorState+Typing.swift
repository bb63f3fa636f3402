import EventModel
import TerminalKit

extension EditorState {
  /// Puts a typed character where the focus is.
  mutating func insert(typed text: String) {
    if case .export(var page) = overlays.last {
      page.insert(text)
      overlays[overlays.count - 1] = .export(page)
    }
    guard overlays.isEmpty else { return changeRecord { $0.insert(text) } }
    if form != nil {
      insertIntoForm(text)
    } else if list.isFiltering {
      list.insert(text)
    }
  }

  /// Puts pasted text where the focus is; in one-line fields line breaks and control characters become spaces.
  mutating func insert(pasted text: String) {
    if case .record(let record) = overlays.last {
      return insert(typed: record.isMultiline ? pastedText(text) : pastedLine(text))
    }
    guard overlays.isEmpty else { return insert(typed: pastedLine(text)) }
    switch form?.focus {
    case .description: insert(typed: pastedText(text))
    case .speakers where names(in: text).count > 1: takeSpeakers(names(in: text))
    default: insert(typed: pastedLine(text))
    }
  }

  /// The names in a pasted list, a line or a comma each.
  private func names(in text: String) -> [String] {
    cleanedText(text).split { $0 == "\n" || $0 == "," || $0 == ";" }.map { cleanedLine(pastedLine(String($0))) }
      .filter { !$0.isEmpty }
  }

  private mutating func takeSpeakers(_ names: [String]) {
    guard let (taken, open) = form?.speakers.take(names: names, catalogue.index(of: .speakers)) else { return }
    if open > 0 {
      let others = open == 1 ? "the other" : "the others"
      say("\(grouped(taken)) of \(grouped(taken + open)) pasted names added: choose \(others), or press \(keysToSkip)")
    } else if taken > 0 {
      say(taken == 1 ? "1 pasted name added" : "\(grouped(taken)) pasted names added")
    } else {
      say("All pasted names were chosen already", .secondary)
    }
  }

  /// The keys that skip a pasted name, since its list is open: the first closes it.
  private var keysToSkip: String {
    let keys = preferences.keys
    let close = keys.name(of: .closePicker, in: .openSpeakers)
    let clear = keys.name(of: .clearSearch, in: .searchText)
    return close == clear ? "\(clear) twice to skip one" : "\(close), then \(clear) to skip one"
  }

  /// A pasted text as one line; the space at either end stays, since it may part what is pasted from what stands there.
  private func pastedLine(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.first?.isControl == true { scalars.removeFirst() }
    while scalars.last?.isControl == true { scalars.removeLast() }
    let line = withoutControls(scalars)
    let (first, last) = (line.first?.isWhitespace == true, line.last?.isWhitespace == true)
    let words = cleanedLine(line)
    return words.isEmpty ? (first ? " " : "") : (first ? " " : "") + words + (last ? " " : "")
  }

  /// A pasted text that may have several lines.
  private func pastedText(_ text: String) -> String {
    cleanedText(withoutControls(text.unicodeScalars) { "\n\t\r\u{0B}\u{0C}\u{85}".unicodeScalars.contains($0) })
  }

  /// The text with a space for each control character, but for those that stay.
  private func withoutControls(
    _ scalars: some Sequence<Unicode.Scalar>, keeping stays: (Unicode.Scalar) -> Bool = { _ in false }
  ) -> String {
    String(String.UnicodeScalarView(scalars.map { $0.isControl && !stays($0) ? " " : $0 }))
  }

  private mutating func insertIntoForm(_ text: String) {
    guard let focus = form?.focus else { return }
    form?.calendar = nil
    if let path = EventForm.pickers[focus], let source = form?[keyPath: path].source {
      form?[keyPath: path].insert(text, catalogue.index(of: source))
    } else if let path = EventForm.textFields[focus] {
      form?[keyPath: path].insert(text)
      form?.typedAt[focus] = dates.now
    } else if focus == .speakers {
      form?.speakers.insert(text, catalogue.index(of: .speakers))
    } else {
      form?.description.insert(text)
    }
  }

  /// Does what an editing key asks for, where the focus is.
  mutating func edit(_ action: EditingAction) {
    if case .export(var page) = overlays.last {
      page.perform(action)
      overlays[overlays.count - 1] = .export(page)
      return
    }
    guard let focus = form?.focus else { return list.perform(action) }
    if let path = EventForm.pickers[focus], let source = form?[keyPath: path].source {
      form?[keyPath: path].perform(action, catalogue.index(of: source))
    } else if let path = EventForm.textFields[focus] {
      // What was typed before stays of its time while the cursor only moves.
      if form?[keyPath: path].perform(action) == true { form?.typedAt[focus] = dates.now }
    } else if focus == .speakers {
      form?.speakers.perform(action, catalogue.index(of: .speakers))
    } else {
      let (width, metrics) = (descriptionWidth, metrics)
      form?.description.perform(action, width: width, metrics: metrics)
    }
  }

  /// The columns that the description is wrapped to.
  private var descriptionWidth: Int {
    form.flatMap { FormLayout($0, size: size, metrics: metrics).slots[.description]?.value.width } ?? .max
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
