import EventModel
import Foundation
import TerminalKit

/// What the editor knows of its surroundings when it starts.
public struct EditorOptions: Equatable, Sendable {
  /// The time of day, until the first ``EditorEvent/clock(_:)``.
  public var now: Instant
  /// The zone of new events.
  public var timeZone: TimeZone
  /// How the person wants the editor to be.
  public var preferences: EditorPreferences
  /// The form to open at the start, if not the list.
  public var start: Start
  /// Which number of `03/04` is the day, where the locale settles it.
  public var dayMonthOrder: DayMonthOrder?
  /// A name that no other run of the editor has, for its drafts.
  public var session: String
  /// What the user is, for what is offered; what is allowed the store decides by itself.
  public var role: Role

  /// What the editor opens with.
  public enum Start: Equatable, Sendable {
    /// The list of events.
    case list
    /// A form for a new event.
    case newEvent
    /// The form of an event.
    case event(Event.ID)
  }

  /// Makes options.
  public init(
    now: Instant, timeZone: TimeZone, preferences: EditorPreferences = EditorPreferences(), start: Start = .list,
    dayMonthOrder: DayMonthOrder? = nil, session: String = "", role: Role = .staff
  ) {
    self.now = now
    self.timeZone = timeZone
    self.preferences = preferences
    self.start = start
    self.dayMonthOrder = dayMonthOrder
    self.session = session
    self.role = role
  }
}

/// All that the editor's screen depends on.
///
/// ``update(_:)`` changes it, `EditorView` draws it; neither does any I/O.
public struct EditorState: Equatable, Sendable {
  var size: Size
  var dates: DateContext
  var preferences: EditorPreferences
  /// How wide text is on the terminal, to find what a click was on.
  let metrics: TextMetrics
  var catalogue = CatalogueSnapshot.empty
  /// Whether the catalogue has been read.
  var isCatalogueLoaded = false
  var list = EventList()
  var form: EventForm?
  /// Names the drafts of this run; with a number behind it, those of one form.
  private let session: String
  /// What the user is.
  let role: Role
  private var formCount = 0
  /// Drafts of editors that are gone, still to be asked about.
  var foundDrafts: [KeptDraft] = []
  /// The changes of the form that can be taken back.
  var history = FormHistory()
  var overlays: [Overlay] = []
  var sync = SyncStatus.idle
  /// Asked once nothing else is in front, one after the other: about rows that the Centre lists no more, or a file
  /// that is there already.
  var waitingQuestions: [Question] = []
  /// Whether a save is on its way; what is typed meanwhile waits in `typedAhead` for its answer.
  var isSaving = false
  var typedAhead: [TerminalInput] = []
  /// What the event that is being saved was before; nil for a new one.
  var replaced: Event?
  /// What was done in the list and can be taken back.
  var listHistory = ListHistory()
  /// The marked events that are still to be duplicated, one form after the other.
  var duplicates: [Event] = []
  /// Who else had changed the event that is being saved; nil where nobody had.
  var mergedWith: String?
  /// One line for the user, gone with the next key.
  var notice: Notice?
  /// Whether the program ends once the form is saved.
  var quitsAfterSave = false

  /// Something said at the foot of the screen.
  struct Notice: Equatable, Sendable {
    let text: String
    let style: Style
  }

  /// The editor before anything has been read.
  public init(size: Size, options: EditorOptions, metrics: TextMetrics = TextMetrics(isUnicode: true)) {
    self.size = size
    self.metrics = metrics
    session = options.session
    role = options.role
    preferences = options.preferences
    dates = DateContext(
      now: options.now, timeZone: options.timeZone, defaultLengthMinutes: options.preferences.defaultLengthMinutes,
      dayMonthOrder: options.dayMonthOrder)
    if options.start == .newEvent { open(.new(dates)) }
  }

  /// Opens a form.
  mutating func open(_ form: EventForm) {
    formCount += 1
    self.form = form
    mergedWith = nil
    if form.draftID.isEmpty { self.form?.draftID = "\(session)-\(formCount)" }
    self.form?.noteStrangers(catalogue)
    self.form?.noteChoices(dates)
    history = FormHistory()
  }

  /// The contexts that hold now, nearest to the user first.
  var contexts: [KeyContext] {
    switch overlays.last {
    case .question: return [.question, .terminal]
    case .merge: return [.merge, .terminal]
    case .record(let record): return (record.isMultiline ? [.recordLines] : []) + [.record, .textEditing, .terminal]
    case .plan: return [.plan, .terminal]
    case .menu: return [.menu, .program, .terminal]
    case .help: return [.help, .program, .terminal]
    case .history: return [.history, .terminal]
    case .export: return [.export, .textEditing, .terminal]
    case nil: break
    }
    let running: [KeyContext] = sync.canBeStopped ? [.runningSync] : []
    if let form { return form.contexts(in: self) + running + [.form, .program, .terminal] }
    return (list.isFiltering ? [.filter, .textEditing] : running + list.contexts + [.list]) + [.program, .terminal]
  }

  /// How far a page is in a picker's list.
  var pickerPage: Int { max(3, size.height / 2 - 4) }
}

extension EventForm {
  /// The contexts of the focused field, nearest first.
  fileprivate func contexts(in state: EditorState) -> [KeyContext] {
    switch focus {
    case .starts, .ends:
      if calendar != nil { return [.calendar, .textEditing] }
      return (choices?.isOpen == true ? [.dateChoices] : []) + [.dateField, .textEditing]
    case .description: return [.textArea, .textEditing]
    case .speakers: return speakersContexts(in: state)
    default:
      guard let picker = picker(focus) else { return [.plainField, .textEditing] }
      guard picker.isOpen else {
        let typed: [KeyContext] = picker.isUnresolved ? [.searchText] : []
        return renamedContext(in: state) + typed + [.picker, .textEditing]
      }
      let row = picker.source.isFromCatalogue ? rowContext(picker.list, state.role) : []
      let nobody: [KeyContext] =
        picker.list.highlightedName(in: state.catalogue.index(of: picker.source)) == nil ? [.noRow] : []
      let left: [KeyContext] = picker.asksAboutText ? [.searchText] : []
      return nobody + left + [.openPicker] + row + [.textEditing]
    }
  }

  private func renamedContext(in state: EditorState) -> [KeyContext] {
    renamed(among: state.list, in: state.dates) == nil ? [] : [.renamed]
  }

  /// What holds on a row that the user may change in the catalogue.
  private func rowContext(_ list: SearchList, _ role: Role) -> [KeyContext] {
    role.may(.editCatalogue) && list.highlightedEntry != nil ? [.catalogueRow] : []
  }

  private func speakersContexts(in state: EditorState) -> [KeyContext] {
    if speakers.focusedBadge != nil { return [.badges] + renamedContext(in: state) }
    var result: [KeyContext] = speakers.isOpen ? [] : renamedContext(in: state)
    if speakers.isOpen {
      if let name = speakers.list.highlightedName(in: state.catalogue.index(of: .speakers)) {
        if speakers.chosen.contains(name), !speakers.asksAboutPasted { result.append(.chosenRow) }
      } else {
        result.append(.noRow)
      }
      if speakers.asksAboutText { result.append(.searchText) }
      result.append(.openSpeakers)
      result += rowContext(speakers.list, state.role)
    }
    if !speakers.chosen.isEmpty, speakers.editor.cursor == 0 {
      result.append(speakers.editor.isEmpty ? .emptyText : .textStart)
    }
    if !speakers.isOpen, !speakers.editor.isEmpty || !speakers.unresolved.isEmpty { result.append(.searchText) }
    if !speakers.isOpen { result.append(.speakers) }
    return result + [.textEditing]
  }
}
