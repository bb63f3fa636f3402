import TerminalKit

extension EditorState {
  /// Carries out a command of what lies over the screen.
  mutating func performOverlay(_ command: Command) -> [EditorEffect] {
    guard let top = overlays.popLast() else { return [] }
    switch command {
    case .moveInOverlay(let move): overlays.append(top.moved(move, size, metrics))
    case .keepMine: overlays.append(top.choosing(mine: true))
    case .keepTheirs: overlays.append(top.choosing(mine: false))
    case .acceptOverlay: return accept(top)
    default:
      if case .plan = top { return answerPlan(approved: false) }
      quitsAfterSave = false
      if case .question(let question) = top { return carryOut(question.dismissal) }
    }
    return []
  }

  private mutating func accept(_ overlay: Overlay) -> [EditorEffect] {
    switch overlay {
    case .help, .history, .record: return []
    case .export(let page): return export(page)
    case .menu(let menu):
      guard menu.items.indices.contains(menu.cursor.index) else { return [] }
      overlays = []
      return perform(menu.items[menu.cursor.index].command)
    case .merge(let page): return save(page.merge)
    case .plan: return answerPlan(approved: true)
    case .question(let question):
      guard question.choices.indices.contains(question.selected) else { return [] }
      return carryOut(question.choices[question.selected].answer)
    }
  }

  /// Takes the choice whose letter was typed; other letters leave the question open.
  mutating func answer(_ question: Question, with character: Character) -> [EditorEffect] {
    guard let choice = question.choices.first(where: { $0.key == Character(character.lowercased()) }) else { return [] }
    overlays.removeLast()
    return carryOut(choice.answer)
  }

  private mutating func carryOut(_ answer: Question.Answer) -> [EditorEffect] {
    switch answer {
    case .saveForm(let thenQuit):
      quitsAfterSave = thenQuit
      return save()
    case .saveAsNew(let thenQuit):
      quitsAfterSave = thenQuit
      form?.becomeNew()
      return save()
    case .discardForm(let thenQuit):
      leaveForm()
      return thenQuit ? [.quit] : []
    case .delete(let ids):
      return [.delete(ids)]
    case .overwrite(let request):
      return [.export(request)]
    case .draft(let answer):
      return answerDraft(answer)
    case .saveRecord(let thenQuit):
      quitsAfterSave = thenQuit
      return saveRecord()
    case .discardRecord(let thenQuit):
      overlays.removeLast()
      return thenQuit ? quit() : []
    case .deleteRecord(let deletion):
      isSaving = true
      return [.deleteRecord(deletion)]
    case .acceptRemovals:
      return startSync(.acceptingRemovals)
    case .duplicateRest:
      openNextDuplicate()
      return []
    case .leaveRest:
      leaveOtherDuplicates()
      return []
    case .stay:
      return []
    }
  }

  // MARK: - Made from the key table

  /// The help for the screen that is shown.
  var helpPage: HelpPage {
    var lines: [HelpLine] = []
    var heading: KeyContext?
    for binding in preferences.keys.active(in: contexts)
    where !binding.keys.isEmpty && isOffered(binding.command) {
      if binding.context != heading { lines.append(.heading(binding.context.rawValue)) }
      heading = binding.context
      lines.append(.key(binding.keys.map(\.name).joined(separator: ", "), binding.help))
    }
    return HelpPage(lines: lines)
  }

  /// What the menu says behind a command about how things are now.
  private func note(on command: Command) -> String {
    switch command {
    case .useTheme(preferences.theme.name): " (in use)"
    case .toggleMouse: preferences.usesMouse ? " (on)" : " (off)"
    default: ""
    }
  }

  /// The menu for the screen that is shown.
  var menu: Menu {
    let screen: [KeyContext] = form == nil ? [.list, .program, .terminal] : [.form, .program, .terminal]
    var seen: Set<Command> = []
    let items = preferences.keys.active(in: screen).compactMap { binding -> Menu.Item? in
      guard binding.command.isInMenu, seen.insert(binding.command).inserted else { return nil }
      return Menu.Item(
        key: binding.keys.first, help: binding.help + note(on: binding.command), command: binding.command)
    }
    var cursor = ListCursor()
    cursor.setCount(items.count)
    return Menu(items: items, cursor: cursor)
  }
}

extension Overlay {
  fileprivate func choosing(mine: Bool) -> Overlay {
    guard case .merge(var page) = self else { return self }
    page.choose(mine: mine)
    return .merge(page)
  }

  fileprivate func moved(_ move: ListCursor.Move, _ size: Size, _ metrics: TextMetrics) -> Overlay {
    let page = max(1, size.height - 6)
    switch self {
    case .help(var help):
      help.cursor.setCount(HelpLayout(help.lines, size, metrics).lastTop + 1)
      help.cursor.move(move, page: page)
      return .help(help)
    case .menu(var menu):
      menu.cursor.move(move, page: page)
      return .menu(menu)
    case .merge(var page):
      page.cursor.move(move, page: page.cursor.count)
      return .merge(page)
    case .history(var history):
      history.cursor.move(move, page: page)
      return .history(history)
    case .export(var export):
      export.chooseNextFormat(move == .up ? -1 : 1)
      return .export(export)
    case .plan(var plan):
      plan.cursor.move(move, page: page)
      return .plan(plan)
    case .question(var question):
      question.move(move == .up ? -1 : 1)
      return .question(question)
    case .record: return self
    }
  }
}
