import EventModel
import Foundation
import TerminalKit

extension EditorState {
  /// Carries out a command of the list of events.
  mutating func performList(_ command: Command) -> [EditorEffect] {
    switch command {
    case .moveInList(let move): list.move(move, page: max(1, size.height - 5))
    case .filter: list.isFiltering = true
    case .leaveFilter: list.isFiltering = false
    case .clearFilter: list.clearFilter()
    case .newEvent: open(.new(dates))
    case .editEvent: openSelected { EventForm.edit($0, $1) }
    case .duplicateEvent: openSelected { EventForm.duplicate($0, $1) }
    case .deleteEvent: askToDelete()
    case .cancelInList:
      if list.filter.isEmpty { say("q quits", .secondary) } else { list.clearFilter() }
    case .cancelOrQuit:
      if list.filter.isEmpty { return [.quit] }
      list.clearFilter()
    default: break
    }
    return []
  }

  private mutating func openSelected(_ open: (Event, DateContext) -> EventForm) {
    if let event = list.selected {
      self.open(open(event, dates))
    } else {
      say("No event is selected: n makes a new one", .secondary)
    }
  }

  private mutating func askToDelete() {
    guard let event = list.selected else { return say("No event is selected", .secondary) }
    let when = shortText(event.details.starts, now: dates.now, in: TimeZone(identifier: event.details.timeZone) ?? .gmt)
    overlays.append(.question(.delete(event.id, title: event.details.title, when: when)))
  }

  mutating func deleted() -> [EditorEffect] {
    say("Deleted")
    return [.loadEvents]
  }

  /// An event that the command line asked for.
  mutating func found(_ id: Event.ID, _ event: Event?) {
    // Whoever has begun something else meanwhile is not interrupted.
    guard form == nil else { return }
    guard let event else { return say("There is no event \(id.rawValue): choose one from the list", .error) }
    list.select(id)
    open(.edit(event, dates))
  }
}
