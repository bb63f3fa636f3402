import EventModel
import Foundation

extension EventForm {
  /// What the whole form amounts to: an event's details, or the first field that is not right.
  enum Outcome: Equatable {
    case details(EventDetails)
    case wrong(EventField)
  }

  /// Reads all fields.
  func reading(in context: DateContext) -> Outcome {
    if let field = EventField.allCases.first(where: { problem(of: $0, in: context) != nil }) { return .wrong(field) }
    guard case .valid(let title) = readTitle(title.text), case .valid(let link) = readLink(link.text),
      case .valid(let capacity) = readCapacity(capacity.text), let start = startReading(in: context).instant
    else { return .wrong(.title) }
    let details = EventDetails(
      title: title, starts: start, ends: endReading(after: start, in: context).instant ?? start,
      timeZone: timeZone.chosen, venue: optional(venue.text), city: optional(city.text), link: link,
      capacity: capacity, status: EventStatus(rawValue: status.chosen) ?? .draft,
      organizer: optional(organizer.chosen), sponsor: optional(sponsor.chosen), speakers: speakers.chosen,
      description: cleanedText(description.text))
    if let problem = details.problems().first { return .wrong(problem.field) }
    return .details(details)
  }

  private func optional(_ text: String) -> String? {
    let cleaned = cleanedLine(text)
    return cleaned.isEmpty ? nil : cleaned
  }

  /// What is wrong with a field, in a sentence that names keys as they are bound; nil where nothing is.
  func problem(of field: EventField, in context: DateContext, _ keys: EditorKeys.Table = EditorKeys.table) -> String? {
    switch field {
    case .title: readTitle(title.text).message
    case .starts: startProblem(in: context)
    case .ends: endProblem(in: context)
    case .link: readLink(link.text).message
    case .capacity: readCapacity(capacity.text).message
    case .venue: readLine(venue.text, for: .venue).message
    case .city: readLine(city.text, for: .city).message
    case .timeZone, .status, .organizer, .sponsor: pickerProblem(field, keys)
    case .speakers: speakersProblem(keys)
    case .description: readDescription(description.text).message
    }
  }

  private func pickerProblem(_ field: EventField, _ keys: EditorKeys.Table) -> String? {
    guard let picker = picker(field) else { return nil }
    if picker.isUnresolved {
      let back = "\(keys.name(of: .clearSearch, in: .searchText)) puts the old one back"
      return "not chosen: \(wayToChoose(field, picker.isOpen ? picker.list : nil, keys)), \(back)"
    }
    switch field {
    case .timeZone: return readTimeZone(picker.chosen).message
    case .status: return readStatus(picker.chosen).message
    default: return readLine(picker.chosen, for: field).message
    }
  }

  /// What takes a row for the text that was left in a field; the list opens as soon as the field has the focus.
  private func wayToChoose(_ field: EventField, _ list: SearchList?, _ keys: EditorKeys.Table) -> String {
    let place: KeyContext = field == .speakers ? .openSpeakers : .openPicker
    if field == focus, list == nil {
      let closed: KeyContext = field == .speakers ? .speakers : .picker
      return "\(keys.name(of: .openPicker, in: closed)) opens the list"
    }
    let take = keys.name(of: field == .speakers ? .toggleSpeaker : .choose, in: place)
    guard let list, list.highlightedEntry == nil else {
      return "\(take) \(field == .speakers ? "adds" : "takes") the highlighted one"
    }
    if list.addition == nil { return "nothing matches" }
    return "\(keys.name(of: .moveInPicker(.down), in: place)), then \(take) adds it"
  }

  private func speakersProblem(_ keys: EditorKeys.Table) -> String? {
    let rest = named(speakers.unresolved)
    if !speakers.editor.isEmpty {
      return "not chosen: \(wayToChoose(.speakers, speakers.isOpen ? speakers.list : nil, keys)), "
        + "\(keys.name(of: .clearSearch, in: .searchText)) clears the text"
        + (speakers.unresolved.isEmpty ? "" : "; then comes \(rest)")
    }
    guard speakers.unresolved.isEmpty else {
      return "\(keys.name(of: .openPicker, in: .speakers)) asks about \(rest), pasted and not chosen, "
        + "\(keys.name(of: .clearSearch, in: .searchText)) skips one"
    }
    return readSpeakers(speakers.chosen).message
  }

  /// The first of some names and how many there are besides: "Nobody Known and 2 more".
  private func named(_ names: [String]) -> String {
    names.count > 1 ? "\(names[0]) and \(names.count - 1) more" : names.first ?? ""
  }

  private func startProblem(in context: DateContext) -> String? {
    switch startReading(in: context) {
    case .understood: nil
    case .empty: "An event needs a start: try tomorrow 14:00"
    case .wrong(let reason), .unclear(let reason, _): reason
    }
  }

  private func endProblem(in context: DateContext) -> String? {
    guard startReading(in: context).instant != nil else { return nil }
    switch endAsItWillBe(context) {
    case .wrong(let reason), .unclear(let reason, _): return reason
    case .understood, .empty: return nil
    }
  }

  // MARK: - Dates

  /// The context with the zone that the form has chosen.
  func zoned(_ context: DateContext, for field: EventField? = nil) -> DateContext {
    var zoned = context
    zoned.timeZone = TimeZone(identifier: timeZone.chosen) ?? context.timeZone
    if let field, let moment = typedAt[field] { zoned.now = moment }
    return zoned
  }

  func startReading(in context: DateContext) -> DateReading {
    readStart(starts.text, in: zoned(context, for: .starts))
  }

  func endReading(after start: Instant?, in context: DateContext) -> DateReading {
    readEnd(ends.text, start: start, in: zoned(context, for: .ends))
  }

  /// The end, moved along already while the start is being changed.
  func endAsItWillBe(_ context: DateContext) -> DateReading {
    var form = self
    if focus == .starts { form.moveEnd(context) }
    return form.endReading(after: form.startReading(in: context).instant, in: context)
  }

  /// What was understood of a date field, to stand beside it; nil for other fields and for what was not understood.
  func understood(_ field: EventField, in context: DateContext) -> String? {
    let reading: DateReading
    switch field {
    case .starts: reading = startReading(in: context)
    case .ends: reading = endAsItWillBe(context)
    default: return nil
    }
    if case .understood(_, let text) = reading { return text }
    return nil
  }
}
