import EventModel

@testable import EventEditor

extension Scene {
  /// The keys from the first field of a form to others.
  private static let toSpeakers = "<Shift-Tab><Shift-Tab>"
  private static let toSponsor = toSpeakers + "<Shift-Tab>"
  private static let toOrganizer = toSponsor + "<Shift-Tab>"
  private static let toZone = "<Tab><Tab><Tab>"

  static let form: [Scene] = [
    Scene("form-new", "The form of a new event", keys: "n"),
    Scene("form-edit", "The form of an event", keys: "<Enter>"),
    Scene("form-changed", "A form with changes, and what else is on that day", keys: "nEditors<Tab>wed 10:00<Tab>1h30"),
    Scene("form-wide", "A form with that day's events beside it", size: (120, 24), keys: "nEditors<Tab>wed 10:00"),
    Scene("form-description", "The description being written", keys: "<Enter><Shift-Tab><Enter>Third line"),
    Scene("form-duplicate", "The first of two duplicates", keys: "<Space><Space>p"),
    Scene("form-errors", "What a save finds wrong", keys: "n<Tab>tomorow<Tab><Tab><Tab><Tab><Tab>x.y<Tab>12x<Ctrl-S>"),
    Scene("form-save-fails", "A save that failed", keys: "nEditors<Tab>wed 10:00") { screen in
      screen.saveFailure =
        "The database /home/ada/.local/share/pivotal/pivotal.db is full: make room on its disk and save again."
      screen.type("<Ctrl-S>")
    },
    Scene("form-saving", "A save on its way", keys: "nEditors<Tab>wed 10:00") { screen in
      screen.isStoreBusy = true
      screen.type("<Ctrl-S>")
    },
    Scene(
      "form-warnings", "What deserves a look: a speaker and a venue that are booked",
      keys: "nEditors<Tab>wed 14:30<Tab><Tab><Tab>Town Hall<Tab>Leeds\(toSpeakers)"
    ) { screen in
      while screen.state.form?.focus != .speakers { screen.type("<Tab>") }
      screen.type("hopper<Enter><Esc>")
    },
    Scene("form-past", "A start that is past", keys: "nEditors<Tab>2026-11-20 10:00"),
    Scene(
      "form-names", "Names that the catalogue does not have, or has under another name",
      events: [.sample("Engines", day: 24, organizer: "Old Society", speakers: ["Augusta King", "Gone Person"])],
      keys: "<Enter>\(toSpeakers)"),
  ]

  static let pickers: [Scene] = [
    Scene("picker-organizer", "The organizers, nothing typed", keys: "n\(toOrganizer)<Down>"),
    Scene("picker-sponsor", "A sponsor being searched", keys: "n\(toSponsor)ac"),
    Scene("picker-zone", "A time zone being searched", keys: "n\(toZone)rome"),
    Scene("picker-status", "The statuses", keys: "n\(toOrganizer)<Shift-Tab><Down>"),
    Scene("picker-addition", "A name to be added for this event", keys: "n\(toOrganizer)New Society<Down>"),
    Scene("picker-catalogue", "A row that may be changed", role: .dataOps, keys: "n\(toOrganizer)mus<Down>"),
    Scene("picker-left", "Text that was left and not chosen", keys: "n\(toOrganizer)mus<Tab>"),
    Scene(
      "picker-reading", "A picker while the catalogue is being read", isRead: false, keys: "n\(toSponsor)<Down>"),
    Scene("picker-empty", "A catalogue with nobody in it", catalogue: .empty, keys: "n\(toSponsor)<Down>"),
  ]

  static let speakers: [Scene] = [
    Scene("speakers-empty", "The speakers, nothing typed", keys: "n\(toSpeakers)<Down>"),
    Scene("speakers-typed", "Speakers being searched, two chosen", keys: "n\(toSpeakers)ada<Enter>knuth<Enter>prof"),
    Scene("speakers-person", "What is known of the highlighted speaker", keys: "n\(toSpeakers)hop"),
    Scene(
      "speakers-wide", "What is known of the highlighted speaker, beside the rows", size: (120, 24),
      keys: "n\(toSpeakers)ada<Enter>hop"),
    Scene("speakers-chosen", "A speaker who is chosen already", keys: "n\(toSpeakers)ada<Enter>ada"),
    Scene("speakers-typo", "A typing mistake that finds somebody", keys: "n\(toSpeakers)lovelcae"),
    Scene("speakers-nobody", "A search that finds nobody", keys: "n\(toSpeakers)xyzzy"),
    Scene(
      "speakers-addition", "A name to be added to the catalogue", role: .dataOps, keys: "n\(toSpeakers)Radia<Down>"),
    Scene("speakers-waiting", "Chosen speakers, the list closed", keys: "n\(toSpeakers)ada<Enter>knuth<Enter><Esc>"),
    Scene("speakers-start", "The start of the text, chosen ones before it", keys: "n\(toSpeakers)ada<Enter>gr<Home>"),
    Scene("speakers-text", "Text that is not chosen", keys: "n\(toSpeakers)gr<Esc>"),
    Scene(
      "badges", "A badge with the focus", keys: "n\(toSpeakers)ada<Enter>knuth<Enter>liskov<Enter><Esc><Left><Left>"),
    Scene("badges-wrapped", "Badges over several lines, one of them with the focus", keys: "n\(toSpeakers)") { screen in
      for name in ["ada", "turing", "liskov", "knuth", "hopper", "ершов", "søren"] { screen.type(name + "<Enter>") }
      screen.type("<Esc><Left><Home>")
    },
    Scene("speakers-pasted", "Pasted names, of which one is asked for", keys: "n\(toSpeakers)") {
      $0.paste("Ada Lovelace, Donald Knuth, J. Smith")
    },
  ]

  static let dates: [Scene] = [
    Scene("date-calendar", "The calendar of a date", keys: "nEditors<Tab><Down>ll"),
    Scene("date-wrong", "A date that is not understood", keys: "nEditors<Tab>tomorow"),
    Scene("date-ambiguous", "A date that could be two", keys: "nEditors<Tab>03/04"),
    Scene(
      "date-gap", "A time that does not exist", keys: "n\(toZone)berlin<Enter><Shift-Tab><Shift-Tab>2027-03-28 02:30"),
    Scene(
      "date-overlap", "A time that happens twice",
      keys: "n\(toZone)berlin<Enter><Shift-Tab><Shift-Tab>2027-10-31 02:30<Down>"),
    Scene("date-end", "An end before the start", keys: "nEditors<Tab>wed 10:00<Tab>2026-11-24 9:00<Tab>"),
  ]

  static let overForm: [Scene] = [
    Scene("leaving", "The question when a form with changes is left", keys: "nEditors<Esc>"),
    Scene("merge", "Two who changed the same fields", keys: "j<Enter>") { screen in
      screen.changeElsewhere(2) { ($0.title, $0.venue, $0.city) = ("Compilers and interpreters", "Main hall", "Hull") }
      screen.type(" II<Tab><Tab><Tab><Tab><Ctrl-U>Cellar<Ctrl-S>jt")
    },
    Scene("record-new", "A speaker to be added to the catalogue", role: .dataOps, keys: "n\(toSpeakers)") {
      $0.type("Radia Perlman<Down><Enter>Engineer<Tab>DEC<Enter>Spanning trees.<Enter>And more.")
    },
    Scene("record-change", "A sponsor of the catalogue, being changed", role: .dataOps, keys: "n\(toSponsor)acme<F6>"),
    Scene("record-error", "A record that cannot be stored", role: .dataOps, keys: "n\(toSponsor)acme<F6>") {
      $0.type("<Tab><Ctrl-U>acme<Ctrl-S>")
    },
  ]
}
