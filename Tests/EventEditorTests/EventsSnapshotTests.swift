import EventModel
import Foundation
import Testing

@testable import EventEditor

@Suite("The events, indexed")
struct EventsSnapshotTests {
  private func event(_ id: Int64, _ details: EventDetails, version: Int64 = 1) -> Event {
    Event(
      id: Event.ID(rawValue: id), details: details, version: version, createdBy: "ada", createdAt: EditorScreen.now,
      updatedBy: "ada", updatedAt: EditorScreen.now)
  }

  private func hour(_ hour: Int64, lasting hours: Int64 = 1) -> EventDetails {
    var details = EventDetails.sample("Hour \(hour)", day: 24)
    details.starts = EditorScreen.now.advanced(bySeconds: hour * 3600)
    details.ends = details.starts.advanced(bySeconds: hours * 3600)
    return details
  }

  @Test func whatTakesPlaceInATimeIsFoundHoweverLongItLasts() {
    let lengths: [Int64] = [1, 1, 300, 1, 2, 24, 1, 1000]
    let events = (0..<800).map { number in
      event(Int64(number), hour(Int64(number), lasting: lengths[number % lengths.count]))
    }
    let snapshot = EventsSnapshot(events)
    for start in stride(from: -10, to: 1900, by: 37) {
      let from = EditorScreen.now.advanced(bySeconds: Int64(start) * 3600)
      let to = from.advanced(bySeconds: 5 * 3600)
      let expected = events.indices.filter { events[$0].details.starts < to && events[$0].details.ends > from }
      #expect(snapshot.positions(from: from, to: to) == expected)
    }
  }

  @Test func theFilterFindsWhatASlowSearchFinds() {
    let titles = ["Łódź by night", "Compilers", "a b", "Library", "Zeichen: 渕", "42nd street", "Co-op"]
    let events = titles.enumerated().map { event(Int64($0), .sample($1, day: 24, organizer: "Libre")) }
    let snapshot = EventsSnapshot(events)
    func found(_ filter: String) -> [String] {
      let matching = snapshot.matching(filter) ?? Array(repeating: true, count: events.count)
      return zip(matching, titles).filter(\.0).map(\.1)
    }
    #expect(found("lodz") == ["Łódź by night"])
    #expect(found("LÓDŹ night") == ["Łódź by night"])
    #expect(found("brar") == ["Library"])
    #expect(found("bra") == [])
    #expect(found("渕") == ["Zeichen: 渕"])
    #expect(found("42 2026-11-24") == ["42nd street"])
    #expect(found("tue november").count == titles.count)
    #expect(found("lib").count == titles.count)
    #expect(found("co-").count == 1)
    #expect(found("  ").count == titles.count)
    #expect(found("compilers databases") == [])
  }

  @Test func aSnapshotOverAnotherIsTheSameAsAFreshOne() {
    let before = EventsSnapshot((0..<50).map { event($0, .sample("Talk \($0)", day: 24)) })
    let events =
      (10..<50).map { event($0, .sample($0 == 20 ? "Other" : "Talk \($0)", day: 24), version: $0 == 20 ? 2 : 1) }
      + [event(99, .sample("New", day: 25))]
    let (over, fresh) = (EventsSnapshot(events, over: before), EventsSnapshot(events))
    for filter in ["other", "talk 2", "new", "talk 5"] { #expect(over.matching(filter) == fresh.matching(filter)) }
    for sort in EventSort.allCases { #expect(over.order(sort) == fresh.order(sort)) }
    #expect(over.position(of: Event.ID(rawValue: 99)) == 40)
  }

  @Test func theFirstPartIsShownUntilAllIsThereAndTheCursorStays() {
    var screen = EditorScreen()
    let events = (0..<9).map { event($0, hour($0 - 4)) }
    screen = EditorScreen()
    var state = EditorState(
      size: screen.frame.size, options: EditorOptions(now: EditorScreen.now, timeZone: EditorScreen.zone))
    _ = state.update(.eventsLoaded(EventsSnapshot(Array(events[3..<6]), isPartial: true)))
    let frame = EditorView.frame(state, metrics: screen.metrics)
    #expect(frame.text.contains("> Mon 23 Nov 12:00 Hour 0"))
    #expect(frame.line(1).hasSuffix("reading the others …"))
    _ = state.update(.eventsLoaded(EventsSnapshot(events)))
    _ = state.update(.eventsLoaded(EventsSnapshot(Array(events[3..<6]), isPartial: true)))
    #expect(EditorView.frame(state, metrics: screen.metrics).line(1).hasSuffix("9 events"))
    #expect(state.list.selected?.details.title == "Hour 0")
  }
}
