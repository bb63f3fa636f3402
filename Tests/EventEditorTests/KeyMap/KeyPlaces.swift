import EventModel

@testable import EventEditor

/// A screen for each place where keys act, in the middle of something, so that whatever is done there can be seen.
enum KeyPlaces {
  private static let toSpeakers = "<Shift-Tab><Shift-Tab>"
  private static let toSponsor = toSpeakers + "<Shift-Tab>"
  private static let toOrganizer = toSponsor + "<Shift-Tab>"

  /// The screen of a place.
  static func screen(_ place: KeyContext) -> EditorScreen {
    switch place {
    case .question: typed("nEditors<Esc><Right>")
    case .merge: merge
    case .record: typed("n\(toSponsor)acme<F6><Tab>", role: .dataOps)
    case .recordLines: typed("n\(toSpeakers)Radia<Down><Enter><Tab><Tab>One<Enter>Two<Enter>Three<Up>", role: .dataOps)
    case .plan: plan
    case .menu: typed("<Ctrl-X>jj")
    case .help: typed("?jj")
    case .history: history
    case .export: typed("x")
    case .days: typed("vvll")
    case .dayEvents: typed("v")
    case .list: typed("<PgDn>jj", events: many)
    case .filter: typed("/comp")
    case .badges: typed("n\(toSpeakers)ada<Enter>knuth<Enter>liskov<Enter><Esc><Left><Left>")
    case .emptyText: typed("n\(toSpeakers)ada<Enter>")
    case .textStart: typed("n\(toSpeakers)ada<Enter>gr<Home>")
    case .chosenRow: typed("n\(toSpeakers)ada<Enter>ada")
    case .noRow: typed("n\(toSpeakers)<Down>")
    case .catalogueRow: typed("n\(toOrganizer)mus", role: .dataOps)
    case .openSpeakers: typed("n\(toSpeakers)<Down><Down><Down>")
    case .openPicker: typed("n\(toOrganizer)<Down><Down>")
    case .renamed: typed("<Enter>\(toSpeakers)", events: [.sample("Engines", day: 24, speakers: ["Augusta King"])])
    case .searchText: typed("n\(toOrganizer)mus<Esc>")
    case .speakers: typed("n\(toSpeakers)")
    case .picker: typed("n\(toOrganizer)")
    case .calendar: typed("nEditors<Tab>2026-12-15 10:00<Down>")
    case .dateChoices: typed("n<Tab><Tab><Tab>berlin<Enter><Shift-Tab><Shift-Tab>2027-10-31 02:30")
    case .dateField: typed("nEditors<Tab>wed 10:00")
    case .plainField: typed("n<Tab><Tab><Tab><Tab>Hall")
    case .textArea: typed("n<Shift-Tab>One<Enter>Two<Enter>Three<Up>")
    case .textEditing: typed("nGood old editors<Left><Left><Left><Left><Left><Left><Left><Left><Left>")
    case .runningSync: typed("<Ctrl-R>")
    case .form: typed("nEditors<Tab>wed 10:00")
    case .program: typed("nEditors")
    case .terminal: typed("d")
    }
  }

  /// What is typed first where a command would find nothing to do otherwise.
  static let before: [Command: String] = [
    .keepMine: "t", .redo: "<Ctrl-_>", .undoInList: "dy", .redoInList: "dyu", .moveInChoices(.up): "<Down>",
  ]

  // MARK: - What there is

  private static func typed(_ keys: String, events: [EventDetails] = World.events, role: Role = .staff) -> EditorScreen
  {
    var screen = EditorScreen(events: events, catalogue: World.catalogue, role: role)
    screen.type(keys)
    return screen
  }

  private static let many: [EventDetails] = (0..<60).map { number in
    var event = EventDetails.sample("Event \(number + 10)", day: 24, speakers: ["Ada Lovelace"])
    event.starts = event.starts.advanced(bySeconds: Int64(number) * 86_400)
    event.ends = event.ends.advanced(bySeconds: Int64(number) * 86_400)
    return event
  }

  /// Three fields that two people have changed, the second of them under the cursor.
  private static var merge: EditorScreen {
    var screen = typed("j<Enter>")
    screen.changeElsewhere(2) { ($0.title, $0.venue, $0.city) = ("Interpreters", "Main hall", "Hull") }
    screen.type(" II<Tab><Tab><Tab><Tab><Ctrl-U>Cellar<Tab><Ctrl-U>Bern<Ctrl-S>j")
    return screen
  }

  private static var plan: EditorScreen {
    var screen = typed("<F6>", role: .dataOps)
    let lines = (1...60).map { "  + Speaker \($0)" }
    screen.send(.syncPlanned(SyncPreview(run: .sample([.speakers: SyncOutcome()]), lines: [.speakers: lines])))
    screen.type("<PgDn>")
    return screen
  }

  private static var history: EditorScreen {
    var screen = typed("")
    screen.history = (0..<40).map { number in
      HistoryEntry(
        kind: .changed, version: 1, user: "grace", at: EditorScreen.now.advanced(bySeconds: Int64(-number) * 60),
        fields: [FieldChange(field: .title, before: "Title \(number)", after: "Title \(number - 1)")])
    }
    screen.type("ijj")
    return screen
  }
}
