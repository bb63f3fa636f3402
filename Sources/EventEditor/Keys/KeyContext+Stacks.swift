extension KeyContext {
  /// Which places can hold together, nearest to the user first; of each of these lists any may be missing.
  ///
  /// What holds at a moment is always a part of one of them, in its order.
  static let stacks: [[KeyContext]] = overlays + forms + lists

  private static let overlays: [[KeyContext]] = [
    [.question, .terminal], [.merge, .terminal], [.recordLines, .record, .textEditing, .terminal], [.plan, .terminal],
    [.menu, .program, .terminal], [.help, .program, .terminal], [.history, .terminal],
    [.export, .textEditing, .terminal],
  ]

  /// What the focused field brings along lies before a running sync and the form itself.
  private static let forms: [[KeyContext]] = ofFields.map { $0 + [.runningSync, .form, .program, .terminal] }

  private static let ofFields: [[KeyContext]] =
    [
      [.plainField, .textEditing], [.textArea, .textEditing], [.calendar, .textEditing],
      [.dateChoices, .dateField, .textEditing],
      [.renamed, .searchText, .picker, .textEditing],
      [.noRow, .searchText, .openPicker, .catalogueRow, .textEditing],
      [.badges, .renamed],
    ] + ofSpeakers

  private static let ofSpeakers: [[KeyContext]] = [KeyContext.emptyText, .textStart].flatMap { start in
    [
      [.renamed, start, .searchText, .speakers, .textEditing],
      [.chosenRow, .searchText, .openSpeakers, .catalogueRow, start, .textEditing],
      [.noRow, .searchText, .openSpeakers, .catalogueRow, start, .textEditing],
    ]
  }

  private static let lists: [[KeyContext]] = [
    [.filter, .textEditing, .program, .terminal],
    [.runningSync, .days, .list, .program, .terminal],
    [.runningSync, .dayEvents, .list, .program, .terminal],
  ]

  /// The places that hold together with this one and are asked for a key before it.
  var nearer: Set<KeyContext> { Self.nearer[self] ?? [] }

  private static let nearer: [KeyContext: Set<KeyContext>] = Dictionary(
    uniqueKeysWithValues: allCases.map { place in
      (place, Set(stacks.flatMap { stack in stack.firstIndex(of: place).map { stack[..<$0] } ?? [] }))
    })
}
