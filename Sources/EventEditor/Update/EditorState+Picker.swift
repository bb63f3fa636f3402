import EventModel
import PeopleSearch
import TerminalKit

extension EditorState {
  /// Carries out a command of the focused picker or of the speakers.
  mutating func performPicker(_ command: Command) {
    guard let focus = form?.focus else { return }
    let page = pickerPage
    if let path = EventForm.pickers[focus], let source = form?[keyPath: path].source {
      form?[keyPath: path].perform(command, catalogue.index(of: source), page: page)
    } else if focus == .speakers {
      form?.speakers.perform(command, catalogue.index(of: .speakers), page: page)
    }
  }

  /// Says why there is nobody to take in the open list, and what to do for that.
  mutating func sayHowToChoose() {
    guard let form, let (list, source) = form.openList else { return }
    let place: KeyContext = form.focus == .speakers ? .openSpeakers : .openPicker
    let down = preferences.keys.name(of: .moveInPicker(.down), in: place)
    let take = preferences.keys.name(of: form.focus == .speakers ? .toggleSpeaker : .choose, in: place)
    let close = preferences.keys.name(of: .closePicker, in: place)
    let sentence =
      if list.addition != nil {
        "No \(source.plural) match '\(list.query)': \(down), then \(take) adds it to \(additionPlace)"
      } else if !list.hits.isEmpty {
        "No row is highlighted: type a name, or go to a row with \(down)"
      } else if list.query.isEmpty {
        "There are no \(source.plural) to choose from yet: \(close) closes the list"
      } else {
        "No \(source.plural) match '\(list.query)': change the text, or close the list with \(close)"
      }
    say(sentence, .warning)
  }

  /// Where a name goes that the catalogue does not hold.
  var additionPlace: String { role.may(.editCatalogue) ? "the catalogue" : "this event" }

  /// Carries out a command of the calendar, that of a date field or that of the events.
  mutating func performCalendar(_ command: Command) {
    if form == nil { return performDays(command) }
    switch command {
    case .openCalendar: form?.openCalendar(dates)
    case .moveInCalendar(let move): form?.calendar?.move(move)
    case .goToToday:
      let zone = form?.zoned(dates).timeZone ?? .gmt
      form?.calendar = MonthCalendar(CivilDay(dates.now, in: zone))
    case .takeDay: form?.takeCalendarDay(dates)
    default: form?.calendar = nil
    }
  }

  /// Carries out a command of the badges.
  mutating func performBadges(_ command: Command) {
    switch command {
    case .enterBadges: form?.speakers.enterBadges()
    case .moveToBadge(let move): form?.speakers.moveFocus(move)
    case .removeBadgeBackward: form?.speakers.removeFocusedBadge(backward: true)
    case .removeBadgeForward: form?.speakers.removeFocusedBadge(backward: false)
    case .moveBadgeEarlier: form?.speakers.moveFocusedBadge(by: -1)
    case .moveBadgeLater: form?.speakers.moveFocusedBadge(by: 1)
    default: form?.speakers.leaveBadges()
    }
  }
}

extension Picker {
  fileprivate mutating func perform(_ command: Command, _ index: PeopleIndex, page: Int) {
    switch command {
    case .openPicker: open(index)
    case .closePicker: close()
    case .moveInPicker(let direction): move(direction, page: page, index)
    case .choose: chooseHighlighted(index)
    case .clearSearch: revert()
    default: break
    }
  }
}

extension Combobox {
  fileprivate mutating func perform(_ command: Command, _ index: PeopleIndex, page: Int) {
    switch command {
    case .openPicker: openForChoice(index)
    case .closePicker: close()
    case .moveInPicker(let direction): move(direction, page: page, index)
    case .toggleSpeaker: toggleHighlighted(keepingText: false, index)
    case .toggleSpeakerKeepingText: toggleHighlighted(keepingText: true, index)
    case .clearSearch: clearText(index)
    default: break
    }
  }
}
