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

  @Test func aWordIsFoundAtAnyPlaceOfATextOfAnyLength() {
    // None of these letters is in what else a text holds.
    let letters = Array("xzqw")
    var seed: UInt64 = 1
    func random(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    func word(_ length: Int) -> String { String((0..<length).map { _ in letters[random(letters.count)] }) }
    let titles = (0..<300).map { _ in (0...random(4)).map { _ in word(1 + random(14)) }.joined(separator: " ") }
    let snapshot = EventsSnapshot(titles.enumerated().map { event(Int64($0), .sample($1, day: 24)) })
    for length in 1...12 {
      for _ in 0..<20 {
        let wanted =
          length > 6 ? String(titles[random(titles.count)].split(separator: " ")[0].suffix(length)) : word(length)
        let expected = titles.map { title in
          title.split(separator: " ").contains { wanted.count > 3 ? $0.contains(wanted) : $0.hasPrefix(wanted) }
        }
        #expect(snapshot.matching(wanted) == expected, "\(wanted)")
      }
    }
  }

  @Test func marksStayOnTheirEventsWhereverThoseStand() {
    let before = EventsSnapshot((0..<100).map { event($0, hour($0)) })
    var marks = EventMarks()
    marks.toggle([3, 50, 99])
    let after = EventsSnapshot(([200] + (0..<60)).map { event($0, hour($0)) })
    let carried = marks.carried(from: before, to: after)
    #expect(carried.positions == [4, 51])
    #expect(carried.count == 2)
    #expect(marks.carried(from: before, to: EventsSnapshot(before.events)) == marks)
    marks.toggle([3, 4])
    #expect(marks.positions == [3, 4, 50, 99])
    marks.toggle([3, 4])
    #expect(marks.positions == [50, 99])
    #expect(!marks.contains(1000) && !marks.contains(-1))
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

  @Test func thoseWithASpeakerComeNearestFirstHoweverManyThereAre() {
    let snapshot = EventsSnapshot(
      (0..<2_000).map { event($0, .sample("Talk \($0)", day: 24, speakers: ["Ada"]).moved(bySeconds: Int64($0) * 60)) })
    let moment = snapshot.events[1_000].details.starts.advanced(bySeconds: 10)
    let (nearest, count) = snapshot.events(
      with: "Ada", nearest: moment, atMost: 4, except: snapshot.events[1_000].id)
    #expect(nearest.map(\.details.title) == ["Talk 1001", "Talk 999", "Talk 1002", "Talk 998"])
    #expect(count == 1_999)
    #expect(
      snapshot.events(with: "Ada", nearest: .earliest, atMost: 1, except: nil).events.first?.details.title == "Talk 0")
    #expect(snapshot.events(with: "Nobody", nearest: moment, atMost: 9, except: nil).count == 0)
  }
}

extension EventDetails {
  fileprivate func moved(bySeconds seconds: Int64) -> EventDetails {
    var details = self
    (details.starts, details.ends) = (starts.advanced(bySeconds: seconds), ends.advanced(bySeconds: seconds))
    return details
  }
}
