import EventModel
import Foundation
import Testing

@testable import EventEditor

@Suite("What the last row names")
struct FooterTests {
  private func footer(_ place: KeyContext, width: Int) -> String { KeyPlaces.screen(place).resized(width, 24).footer }

  @Test(arguments: [
    (KeyContext.plainField, "Esc Close"), (.textArea, "Esc Close"), (.dateField, "Esc Close"), (.picker, "Esc Close"),
    (.openSpeakers, "Esc Close"), (.openPicker, "Esc Close"), (.calendar, "Esc Close"), (.dateChoices, "Esc Close"),
    (.badges, "Esc Text"), (.record, "Esc Back"), (.recordLines, "Esc Back"), (.merge, "Esc Back"),
    (.plan, "Esc Cancel"),
    (.export, "Esc Back"), (.question, "Esc Back"), (.menu, "Esc Close"), (.help, "Esc Close"), (.history, "Esc Close"),
    (.filter, "Esc Clear"), (.list, "q Quit"), (.days, "q Quit"), (.dayEvents, "q Quit"),
  ])
  func theWayOutIsNeverCut(_ place: KeyContext, _ wayOut: String) {
    for width in [40, 44, 50, 60, 80] {
      let footer = footer(place, width: width)
      #expect(footer.contains(wayOut) && !footer.contains("…"), "\(footer) at \(width)")
    }
  }

  @Test func helpAndMenuStayLongerThanWhatTheyTellOf() {
    #expect(footer(.plainField, width: 40) == "^S Save  Esc Close  ^G Help  ^X Menu")
    #expect(footer(.list, width: 40) == "n New  ? Help  ^X Menu  q Quit")
  }

  @Test(arguments: [40, 60, 80])
  func aMenuThatWasGivenAnotherKeyIsNamedOnceAndQuitStays(_ width: Int) throws {
    var screen = EditorScreen(width: width)
    try screen.rebind("key.list.menu = F12")
    #expect(screen.footer.components(separatedBy: "Menu").count == 2, "\(screen.footer)")
    #expect(screen.footer.contains("F12 Menu") && screen.footer.contains("q Quit"))
  }
}
