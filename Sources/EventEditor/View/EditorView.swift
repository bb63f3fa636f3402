import EventModel
import TerminalKit

/// Draws the editor's state.
///
/// Pure: the same state at the same size is always the same frame.
public struct EditorView {
  /// The least columns and rows in which the editor can be used.
  public static let minimumSize = Size(width: 40, height: 10)

  let state: EditorState
  var canvas: Canvas
  /// What was drawn where, for the mouse.
  var hits = HitMap<ClickTarget>()

  /// The frame that shows a state.
  public static func frame(_ state: EditorState, metrics: TextMetrics) -> Frame {
    drawn(state, metrics: metrics).canvas.frame
  }

  static func drawn(_ state: EditorState, metrics: TextMetrics) -> EditorView {
    var view = EditorView(state: state, canvas: Canvas(size: state.size, metrics: metrics))
    view.draw()
    return view
  }

  var size: Size { state.size }
  var metrics: TextMetrics { canvas.metrics }

  private mutating func draw() {
    guard size.width >= Self.minimumSize.width, size.height >= Self.minimumSize.height else { return drawTooSmall() }
    if let form = state.form { drawForm(form) } else { drawList() }
    drawStatusLine()
    drawSyncResult()
    for overlay in state.overlays { drawOverlay(overlay) }
    drawFooter()
  }

  private mutating func drawTooSmall() {
    let least = Self.minimumSize
    let text =
      "This window is \(size.width)×\(size.height); Pivotal needs \(least.width)×\(least.height). Nothing is lost: make it larger."
    for (row, line) in metrics.paragraphs(text, to: size.width).enumerated() { canvas.draw(line, x: 0, y: row) }
  }

  /// Draws a screen's name at the left of the first row and something said aside at its right.
  mutating func drawHeader(_ name: String, aside: String, asideStyle: Style = .secondary) {
    let room = size.width - metrics.width(name) - 4
    let shown = metrics.truncated(aside, to: max(0, room))
    canvas.draw(name, x: 0, y: 0, style: .heading)
    canvas.draw(shown, x: size.width - metrics.width(shown), y: 0, style: asideStyle)
  }

  private mutating func drawFooter() {
    var x = 0
    for item in Footer(state, metrics).items {
      let start = x
      x = canvas.draw(item.key, x: x, y: size.height - 1, style: .key)
      x = canvas.draw(" " + item.label, x: x, y: size.height - 1, style: .text) + 2
      note(.command(item.command), x: start, y: size.height - 1, to: x - 2)
    }
  }
}

extension EventForm {
  /// What a field has to say: what is wrong with it once it has been left, what deserves a look, what was understood.
  func message(of field: EventField, in state: EditorState) -> (String, Style)? {
    // While the list is open the text is on its way to a choice, unless it was left here.
    if field == focus, isListOpen, !asksAboutText { return nil }
    let context = state.dates
    let mayComplain = visited.contains(field) || (field == focus && isWrongAlready(field))
    if mayComplain, let problem = problem(of: field, in: context, state.preferences.keys) { return (problem, .error) }
    if let warning = warning(of: field, among: state.list, in: context) { return (warning, .warning) }
    return understood(field, in: context).map { ($0, .secondary) }
  }

  /// A date that cannot be understood says so while it is typed; an empty field is not blamed before it is left.
  private func isWrongAlready(_ field: EventField) -> Bool {
    (field == .starts || field == .ends) && !(textField(field)?.text.isEmpty ?? true)
  }
}
