import EventModel
import PeopleSearch
import TerminalKit

extension EditorView {
  /// Draws the list of the focused picker under its field, or above it where there is more room.
  mutating func drawOpenList(of form: EventForm, _ layout: FormLayout) {
    guard form.isListOpen, let slot = layout.slots[form.focus] else { return }
    let source = form.picker(form.focus)?.source ?? form.speakers.source
    let list = form.picker(form.focus)?.list ?? form.speakers.list
    let chosen = form.focus == .speakers ? form.speakers.chosen : nil
    let (area, parts) = listParts(list, below: slot.value, hasPerson: chosen != nil, layout)
    guard area.height > 1 else { return }
    // A list that starts at the fields' column takes the labels' column with it, so that no label stands beside a row.
    let start = area.x < FormLayout.valueX ? 0 : area.x
    let cover = Rect(x: start, y: area.y, width: size.width - start, height: area.height)
    canvas.clear(cover)
    note(.cover, cover)
    within(parts.rows) { $0.drawHits(list, source, chosen: chosen, in: parts.rows) }
    if let addition = list.addition {
      drawAddition(addition, isHighlighted: list.isAdditionHighlighted, in: parts.addition)
    }
    let count = countLine(list, source, chosen: chosen?.count)
    canvas.draw(count, x: area.x + 2, y: area.maxY - 1, style: .secondary, width: area.width - 2)
    if chosen != nil { drawPerson(highlightedIn: list, in: parts) }
  }

  /// Draws within a part of the screen: what does not fit there is cut off.
  private mutating func within(_ area: Rect, _ draw: (inout EditorView) -> Void) {
    let whole = canvas.bounds
    canvas.bounds = area.intersection(whole)
    draw(&self)
    canvas.bounds = whole
  }

  /// Where the list and its parts are; what is known of a person takes no room where it is not shown.
  private func listParts(
    _ list: SearchList, below field: Rect, hasPerson: Bool, _ layout: FormLayout
  ) -> (Rect, OpenListParts) {
    let hits = list.hits.count
    let rest = list.addition == nil ? 1 : 2
    func parts(rows: Int) -> (Rect, OpenListParts) {
      let area = listArea(below: field, rows: rows + rest)
      return (
        area,
        OpenListParts(
          area, hits: hits, hasPerson: hasPerson, hasAddition: list.addition != nil, under: layout.dayPanel)
      )
    }
    guard hasPerson, hits > 0 else { return parts(rows: max(1, hits)) }
    let withPerson = parts(rows: OpenListParts.wantedRows(hits: hits))
    return withPerson.1.person.height > 0 ? withPerson : parts(rows: max(1, hits))
  }

  private func listArea(below field: Rect, rows: Int) -> Rect {
    let bounds = FormLayout.area(size)
    let below = bounds.maxY - field.maxY
    let above = field.y - bounds.y
    let x = max(0, min(field.x - 2, size.width - 44))
    if below >= min(rows, 5) || below >= above {
      return Rect(x: x, y: field.maxY, width: size.width - x, height: min(rows, below))
    }
    let height = min(rows, above)
    return Rect(x: x, y: field.y - height, width: size.width - x, height: height)
  }

  private mutating func drawHits(_ list: SearchList, _ source: PickerSource, chosen: [String]?, in area: Rect) {
    let index = state.catalogue.index(of: source)
    if list.hits.isEmpty {
      canvas.draw(emptyText(list, source, index), x: area.x + 2, y: area.y, style: .secondary, width: area.width - 2)
    }
    let rows = list.cursor.visibleRows(height: area.height)
    let twins = TwinRows(list.hits, around: rows, of: source, in: state.catalogue)
    for (offset, row) in rows.enumerated() {
      guard list.hits.indices.contains(row), index.entries.indices.contains(list.hits[row].index) else { continue }
      let hit = list.hits[row]
      let isHighlighted = list.hasHighlight && row == list.cursor.index && !list.isAdditionHighlighted
      let y = area.y + offset
      let place = Rect(x: area.x, y: y, width: area.width, height: 1)
      drawHit(hit, index.entries[hit.index], twins, chosen: chosen, isHighlighted: isHighlighted, in: place)
      if isHighlighted { canvas.restyle(place, as: .selected) }
      note(.pickerRow(row), x: area.x, y: y, to: area.maxX)
    }
  }

  private mutating func drawHit(
    _ hit: SearchHit, _ entry: SearchEntry, _ twins: TwinRows, chosen: [String]?, isHighlighted: Bool, in place: Rect
  ) {
    let y = place.y
    var column = canvas.draw(isHighlighted ? "> " : "  ", x: place.x, y: y)
    if let chosen { column = canvas.draw(chosen.contains(entry.name) ? "[x] " : "[ ] ", x: column, y: y) }
    let name = twins.nameWidth(of: hit, to: place.maxX - column)
    column = canvas.draw(entry.name, x: column, y: y, width: name, matches: hit.nameMatches)
    let detail = twins.detail(of: hit, entry, to: place.maxX - column - 3, metrics)
    guard !detail.text.isEmpty else { return }
    column = canvas.draw(" — ", x: column, y: y, style: .secondary)
    canvas.draw(detail.text, x: column, y: y, style: .secondary, matches: detail.matches)
  }

  private mutating func drawAddition(_ name: String, isHighlighted: Bool, in area: Rect) {
    guard area.height > 0 else { return }
    let mark = isHighlighted ? ">" : " "
    canvas.draw("\(mark) + Add \"\(name)\" to \(state.additionPlace)", x: area.x, y: area.y, width: area.width)
    note(.addition, area)
    if isHighlighted { canvas.restyle(area, as: .selected) }
  }

  private func emptyText(_ list: SearchList, _ source: PickerSource, _ index: PeopleIndex) -> String {
    if source.isFromCatalogue, !state.isCatalogueLoaded { return "Reading the catalogue …" }
    if index.entries.isEmpty, source.isFromCatalogue {
      let key = state.preferences.keys.name(of: .sync, in: .form, .program)
      return "No \(source.plural) yet: \(key) syncs them from the Resources Centre"
    }
    return "No \(source.plural) match '\(list.query)'"
  }

  /// For example: "3 of 13,062 shown, 2 selected"; or, while they are indexed, "3 shown, 340,000 of 1,000,000 read".
  private func countLine(_ list: SearchList, _ source: PickerSource, chosen: Int?) -> String {
    let index = state.catalogue.index(of: source)
    let all = grouped(index.entries.count)
    let read = "\(all) of \(grouped(index.expectedCount)) read"
    let shown = index.isPartial ? "\(grouped(list.total)) shown, \(read)" : "\(grouped(list.total)) of \(all) shown"
    return chosen.map { "\(shown), \($0) selected" } ?? shown
  }
}
