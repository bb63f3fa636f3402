import EventModel
import TerminalKit

extension EditorState {
  /// What is done with the mouse, and where on the screen as it is.
  mutating func handle(_ mouse: MouseInput) -> [EditorEffect] {
    guard preferences.usesMouse else { return [] }
    let hit = EditorView.hits(self).hit(at: mouse.position)
    dismissNews()
    return noting(typing: false) { state in
      switch mouse.button {
      case .left: hit.map { state.click($0.target, $0.offset) } ?? []
      case .wheelUp: state.scroll(up: true, hit?.target)
      case .wheelDown: state.scroll(up: false, hit?.target)
      case .middle, .right: []
      }
    }
  }

  private mutating func click(_ target: ClickTarget, _ offset: Point) -> [EditorEffect] {
    switch target {
    case .field, .text, .description, .opener, .badge, .badgeRemoval: clickField(target, offset)
    case .pickerRow, .addition, .day: clickOpenList(target)
    case .eventRow(let row):
      let isMarked = row == list.cursor.index && !list.isFiltering
      list.isFiltering = false
      if isMarked { return perform(.editEvent) }
      list.select(row: row)
    case .eventDay(let day): list.calendar?.choose(day)
    case .dayEvent(let id):
      let isMarked = list.calendar?.isAmongEvents == true && highlighted?.id == id
      list.isFiltering = false
      if isMarked { return perform(.editEvent) }
      list.calendar?.choose(id)
    case .filter(let start):
      list.isFiltering = true
      list.moveCursor(toColumn: offset.x, from: start, metrics)
    case .menuRow, .planRow, .choice, .clash: return clickOverlay(target)
    case .command(let command): return perform(command)
    case .outside: return perform(.closeOverlay)
    case .cover: break
    }
    return []
  }

  // MARK: - In the form

  private mutating func clickField(_ target: ClickTarget, _ offset: Point) {
    switch target {
    case .field(let field): focus(on: field)
    case .text(let field, let start):
      focus(on: field)
      form?.moveCursor(of: field, toColumn: offset.x, from: start, metrics)
    case .description(let above, let width):
      focus(on: .description)
      form?.description.moveCursor(to: Point(x: offset.x, y: offset.y + above), width: width, metrics: metrics)
    case .opener(let field):
      let wasOpen = form?.focus == field && form?.isListOpen == true
      focus(on: field)
      performPicker(wasOpen ? .closePicker : .openPicker)
    case .badge(let index):
      focus(on: .speakers)
      form?.speakers.focusBadge(index)
    case .badgeRemoval(let index):
      focus(on: .speakers)
      form?.speakers.focusBadge(index)
      form?.speakers.removeFocusedBadge(backward: true)
      form?.speakers.leaveBadges()
    default: break
    }
  }

  /// Goes to a field; one that is left is committed.
  private mutating func focus(on field: EventField) {
    if form?.focus == field {
      if field == .speakers { form?.speakers.leaveBadges() }
      form?.calendar = nil
    } else {
      form?.focus(on: field, catalogue, dates)
    }
  }

  /// A first click marks, a click on what is marked takes it.
  private mutating func clickOpenList(_ target: ClickTarget) {
    switch target {
    case .day(let day):
      if form?.calendar?.day == day { performCalendar(.takeDay) } else { form?.calendar?.select(day) }
    case .pickerRow, .addition:
      guard let focus = form?.focus else { return }
      let row: Int? = if case .pickerRow(let row) = target { row } else { nil }
      if let path = EventForm.pickers[focus] {
        if form?[keyPath: path].highlight(row: row) == false { performPicker(.choose) }
      } else if form?.speakers.highlight(row: row) == false {
        performPicker(.toggleSpeaker)
      }
    default: break
    }
  }

  // MARK: - Over the screen

  private mutating func clickOverlay(_ target: ClickTarget) -> [EditorEffect] {
    guard let top = overlays.popLast() else { return [] }
    switch (top, target) {
    case (.menu(var menu), .menuRow(let row)):
      menu.cursor.select(row)
      overlays.append(.menu(menu))
      return perform(.acceptOverlay)
    case (.plan(var page), .planRow(let row)):
      page.cursor.select(row)
      overlays.append(.plan(page))
    case (.question(var question), .choice(let index)):
      question.selected = index
      overlays.append(.question(question))
      return perform(.acceptOverlay)
    case (.merge(var page), .clash(let row, let keepsMine)):
      page.cursor.select(row)
      page.choose(mine: keepsMine)
      overlays.append(.merge(page))
    default: overlays.append(top)
    }
    return []
  }

  // MARK: - The wheel

  /// Rows that one notch of the wheel goes.
  private static let notch = 3

  private mutating func scroll(up: Bool, _ target: ClickTarget?) -> [EditorEffect] {
    guard let command = scrolling(up: up, target) else { return [] }
    let isStep = overlays.isEmpty && form?.calendar == nil
    var effects: [EditorEffect] = []
    for _ in 0..<(isStep || isReadingAPage ? Self.notch : 1) { effects += perform(command) }
    return effects
  }

  private var isReadingAPage: Bool {
    switch overlays.last {
    case .help, .plan: true
    default: false
    }
  }

  /// The command that goes on in what lies in front; nil where nothing there can be scrolled.
  private func scrolling(up: Bool, _ target: ClickTarget?) -> Command? {
    switch overlays.last {
    case .question, .export: return nil
    case .help, .menu, .merge, .plan, .history: return .moveInOverlay(up ? .up : .down)
    case nil: break
    }
    guard let form else { return .moveInList(up ? .up : .down) }
    if form.calendar != nil { return .moveInCalendar(.days(up ? -7 : 7)) }
    if form.isListOpen { return .moveInPicker(up ? .up : .down) }
    guard form.focus == .description, case .description = target else { return nil }
    return .edit(up ? .up : .down)
  }
}

extension EventForm {
  /// Moves the cursor of a field's text to where a click was.
  fileprivate mutating func moveCursor(
    of field: EventField, toColumn column: Int, from start: Int, _ metrics: TextMetrics
  ) {
    if let path = Self.pickers[field] {
      self[keyPath: path].moveCursor(toColumn: column, from: start, metrics)
    } else if let path = Self.textFields[field] {
      self[keyPath: path].moveCursor(toColumn: column, from: start, metrics)
    } else if field == .speakers {
      speakers.moveCursor(toColumn: column, from: start, metrics)
    }
  }
}
