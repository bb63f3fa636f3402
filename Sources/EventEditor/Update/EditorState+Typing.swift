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
      return insert(typed: record.isMultiline ? cleanedText(text) : pastedLine(text))
    }
    guard overlays.isEmpty else { return insert(typed: pastedLine(text)) }
    switch form?.focus {
    case .description: insert(typed: cleanedText(text))
    case .speakers where names(in: text).count > 1: takeSpeakers(names(in: text))
    default: insert(typed: pastedLine(text))
    }
  }

  /// The names in a pasted list, a line or a comma each.
  private func names(in text: String) -> [String] {
    cleanedText(text).split { $0 == "\n" || $0 == "," || $0 == ";" }.map { pastedLine(String($0)) }.filter {
      !$0.isEmpty
    }
  }

  private mutating func takeSpeakers(_ names: [String]) {
    guard let (taken, open) = form?.speakers.take(names: names, catalogue.index(of: .speakers)) else { return }
    if open > 0 {
      let others = open == 1 ? "the other" : "the others"
      say("\(taken) of \(taken + open) pasted names added; choose for \(others), \(keysToPassOver) one over")
    } else if taken > 0 {
      say(taken == 1 ? "1 pasted name added" : "\(taken) pasted names added")
    } else {
      say("All pasted names were chosen already", .secondary)
    }
  }

  /// The keys that pass a pasted name over, since its list is open: the first closes it.
  private var keysToPassOver: String {
    let keys = preferences.keys
    let close = keys.name(of: .closePicker, in: .openSpeakers)
    let clear = keys.name(of: .clearSearch, in: .searchText)
    return close == clear ? "\(clear) twice passes" : "\(close), then \(clear) passes"
  }

  private func pastedLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return cleanedLine(String(String.UnicodeScalarView(scalars)))
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
      form?[keyPath: path].perform(action)
      form?.typedAt[focus] = dates.now
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
