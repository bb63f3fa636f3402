import EventModel
import Testing

@testable import EventEditor

@Suite("The views of a day, a week and a month")
struct DaysTests {
  private let events: [EventDetails] = {
    var long = EventDetails.sample("Exhibition", day: 26)
    long.ends = long.starts.advanced(bySeconds: 2 * 86_400)
    var late = EventDetails.sample("Databases", day: 24, organizer: "MIT")
    late.starts = late.starts.advanced(bySeconds: 7200)
    late.ends = late.ends.advanced(bySeconds: 7200)
    late.venue = "Main hall"
    return [.sample("Compilers", day: 24), late, .sample("Editors", day: 25), long]
  }()

  private func screen(_ keys: String, width: Int = 80, height: Int = 24) -> EditorScreen {
    var screen = EditorScreen(width: width, height: height, events: events)
    screen.type(keys)
    return screen
  }

  @Test func vGoesFromTheListToDayWeekMonthAndBack() {
    var screen = screen("")
    for name in ["Events, day", "Events, week", "Events, month", "Events  "] {
      screen.type("v")
      #expect(screen.line(0).hasPrefix(name))
      #expect(name == "Events  " || screen.text.contains("Tue 24 Nov 2026, tomorrow: 2 events, times in Europe/London"))
    }
    #expect(screen.cursorLine.hasPrefix("> Tue 24 Nov 14:00"))
  }

  // MARK: - Day

  @Test func aDayShowsFromWhenToWhenWhatAndWhere() {
    let screen = screen("v")
    #expect(screen.cursorLine.hasPrefix("> 14:00–15:00 Compilers"))
    #expect(screen.cursorLine.hasSuffix("confirmed"))
    #expect(screen.line(with: "Databases").contains("16:00–17:00 Databases  Main hall"))
  }

  @Test(arguments: [
    ("j", "Databases"), ("<Down>", "Databases"), ("jk", "Compilers"), ("<Tab>", "Databases"), ("G", "Databases"),
    ("l", "Editors"), ("<Right>", "Editors"), ("lh", "Compilers"), ("jj", "Editors"), ("jjk", "Databases"),
  ])
  func keysMoveInADayAndToTheDaysBesideIt(_ keys: String, _ title: String) {
    #expect(screen("v" + keys).cursorLine.contains(title))
  }

  @Test func anEventThatGoesOnIsOnEachOfItsDays() {
    #expect(screen("vll").cursorLine.contains("14:00–… "))
    #expect(screen("vlll").cursorLine.contains("all day"))
    #expect(screen("vllll").cursorLine.contains("…–14:00"))
    #expect(screen("vlllll").text.contains("Sun 29 Nov 2026: no events; n makes one"))
  }

  // MARK: - Week and month

  @Test func inTheSmallestWindowADayOfTheWeekSaysHowManyEventsItHas() {
    let screen = screen("vv", width: 40, height: 10)
    #expect(screen.line(2).hasPrefix("(23) [24]  25   26   27   28   29"))
    #expect(screen.line(3) == "      2    1    1    1    1")
    #expect(screen.line(4).hasPrefix("Tue 24 Nov 2026, tomorrow: 2 events"))
    #expect(screen.line(5).contains("14:00–15:00 Compilers"))
    #expect(screen.line(6).contains("16:00–17:00 Databases"))
  }

  @Test(arguments: ["vv", "vvv"])
  func arrowsAndLettersMoveByDayAndWeek(_ view: String) {
    for (keys, day) in [
      ("l", "Wed 25 Nov"), ("<Right>", "Wed 25 Nov"), ("h", "Mon 23 Nov"), ("<Left>", "Mon 23 Nov"), ("j", "Tue 1 Dec"),
      ("<Down>", "Tue 1 Dec"), ("k", "Tue 17 Nov"), ("<Up>", "Tue 17 Nov"), ("}", "Thu 24 Dec"),
      ("<PgDn>", "Thu 24 Dec"), ("{", "Sat 24 Oct"), ("<PgUp>", "Sat 24 Oct"), ("jjt", "Mon 23 Nov"),
    ] {
      #expect(screen(view + keys).text.contains("\(day) 2026"), "\(view)\(keys)")
    }
    #expect(screen(view + "t").text.contains("Mon 23 Nov 2026, today: no events"))
  }

  @Test func aWeekShowsItsDaysWithTheirEvents() {
    let screen = screen("vv")
    #expect(screen.line(2).hasPrefix("Mon (23)"))
    #expect(screen.line(2).contains("Tue [24]"))
    #expect(screen.line(3).contains("14:00 Com"))
    #expect(screen.line(4).contains("16:00 Dat"))
    #expect(screen.cursorLine == screen.line(2))
    #expect(screen.beforeCursor.count == 11)
  }

  @Test func aMonthShowsItsDaysWithHowManyEventsTheyHave() {
    let screen = screen("vvv")
    #expect(screen.line(2).hasPrefix(" Mon        Tue"))
    #expect(screen.cursorLine.contains("(23)       [24] 2      25  1      26  1      27  1      28  1      29"))
    #expect(screen.line(with: "Compilers  Editors").contains("Exhibiti…"))
    #expect(screen.beforeCursor.count == 11)
  }

  @Test func tabGoesIntoTheEventsOfTheDayAndEnterOpensOne() {
    var screen = screen("vvv<Tab>")
    #expect(screen.cursorLine.hasPrefix("> 14:00–15:00 Compilers"))
    screen.type("j<Enter>")
    #expect(screen.line(with: "Title").contains("Databases"))
    screen.type("<Esc>")
    #expect(screen.line(0).hasPrefix("Events, month"))
    screen.type("<Tab><Enter>")
    #expect(screen.line(with: "Title").contains("Databases"))
  }

  @Test(arguments: ["vl", "vvl", "vvvl"])
  func nMakesANewEventOnThatDayAndItIsShownThere(_ keys: String) {
    var screen = screen(keys + "n")
    #expect(screen.line(with: "Starts").contains("2026-11-25"))
    screen.type("Talk<Tab>18:30<Ctrl-S>")
    #expect(screen.stored.last?.details.starts.iso8601 == "2026-11-25T18:30:00Z")
    #expect(screen.text.contains("Wed 25 Nov 2026: 2 events"))
    #expect(screen.text.contains("> 18:30–19:30 Talk"))
  }

  @Test func theFilterHoldsInEveryView() {
    let screen = screen("/comp<Enter>vvv")
    #expect(screen.text.contains("Tue 24 Nov 2026, tomorrow: 1 event,"))
    #expect(screen.line(1).hasSuffix("1 of 4 events"))
    #expect(self.screen("/comp<Enter>vl").text.contains("Wed 25 Nov 2026: no event matches the filter"))
  }

  @Test func marksAndDeletionActOnWhatIsShown() {
    var screen = screen("v<Space>")
    #expect(screen.line(with: "Compilers").hasPrefix(" *"))
    screen.type("v*")
    #expect(screen.line(1).hasSuffix("4 marked, 4 events"))
    screen.type("*lllldy")
    #expect(screen.stored.map(\.details.title) == ["Compilers", "Databases", "Editors"])
  }

  @Test func escapeGoesBackToTheList() {
    var screen = screen("vvl<Esc>")
    #expect(screen.cursorLine.hasPrefix("> Wed 25 Nov"))
    screen.type("<Esc>")
    #expect(screen.status == "q quits")
  }

  @Test(arguments: [(40, 10), (80, 24), (118, 40), (300, 100), (56, 12)])
  func everyViewFitsAndTheCursorStandsAtTheFocus(_ width: Int, _ height: Int) {
    for keys in ["v", "vv", "vvv", "vv<Tab>", "vvv<Tab>", "v/", "vv/", "vvv/"] {
      let screen = screen(keys, width: width, height: height)
      #expect(screen.text.contains("Tue 24 Nov 2026"), "\(keys) at \(width)×\(height)")
      let before = screen.beforeCursor
      switch keys.suffix(1) {
      case "/": #expect(before == "/ ")
      case ">": #expect(screen.cursorLine.hasPrefix("> 14:00"), "\(keys) at \(width)×\(height)")
      default: #expect(keys == "v" ? before.isEmpty : screen.cursorLine.dropFirst(before.count).contains("[24]"))
      }
      #expect(screen.footer.hasSuffix("q Quit") || keys.hasSuffix("/"))
    }
  }
}
