import EventModel
import TerminalKit

@testable import EventEditor

/// A screen of the editor to be looked at: what there is, and what is typed to get there.
struct Scene: Sendable {
  /// The name of its file.
  let name: String
  /// What it shows, for people who read the file.
  let title: String
  private let play: @Sendable (TextMetrics) -> EditorScreen

  /// Makes a scene.
  ///
  /// - Parameters:
  ///   - name: The name of its file.
  ///   - title: What it shows.
  ///   - size: Columns and rows.
  ///   - events: What is in the store.
  ///   - catalogue: Who can be chosen.
  ///   - drafts: What was left unsaved.
  ///   - role: What the user is.
  ///   - isRead: Whether events and catalogue have been read.
  ///   - keys: What is typed.
  ///   - then: What happens afterwards.
  init(
    _ name: String, _ title: String, size: (Int, Int) = (80, 24), events: [EventDetails] = World.events,
    catalogue: CatalogueSnapshot = World.catalogue, drafts: [EventDraft] = [], role: Role = .staff,
    isRead: Bool = true, keys: String,
    then: @escaping @Sendable (inout EditorScreen) -> Void = { _ in }
  ) {
    self.name = name
    self.title = title
    play = { metrics in
      var screen = EditorScreen(
        width: size.0, height: size.1, events: events, catalogue: catalogue, drafts: drafts, role: role,
        isRead: isRead, metrics: metrics)
      screen.type(keys)
      then(&screen)
      return screen
    }
  }

  /// The screen on a terminal that takes all of Unicode.
  var screen: EditorScreen { play(.activateLocale(["LC_ALL": "C.UTF-8"])) }

  /// The screen on a terminal that takes ASCII alone.
  var asciiScreen: EditorScreen { play(TextMetrics(isUnicode: false)) }

  /// All scenes, by the part of the editor that they are of.
  static let all = list + calendars + overList + form + pickers + speakers + dates + overForm + syncs + sizes
}

/// What there is in every scene, unless it says otherwise.
enum World {
  /// Some events of the next days, one of them in the next year.
  static let events: [EventDetails] = {
    var access = EventDetails.sample(
      "Accessibility in practice", day: 24, organizer: "City Library",
      speakers: ["Ada Lovelace", "Alan Turing", "Grace Hopper", "Donald Knuth"])
    (access.venue, access.city, access.capacity) = ("Reading room", "London", 120)
    access.link = "https://library.example/access"
    access.description = "What a screen reader says, and why.\nBring your own terminal."
    var compilers = EventDetails.sample("Compilers", day: 25, organizer: "Computer History Museum")
    (compilers.speakers, compilers.venue, compilers.city) = (["Grace Hopper"], "Town Hall", "Leeds")
    var databases = EventDetails.sample("Databases", day: 25)
    databases.starts = databases.starts.advanced(bySeconds: 7200)
    databases.ends = databases.ends.advanced(bySeconds: 7200)
    databases.status = .draft
    var exhibition = EventDetails.sample("Exhibition of early machines", day: 26, organizer: "City Museum")
    exhibition.ends = exhibition.starts.advanced(bySeconds: 2 * 86_400)
    var wide = EventDetails.sample("渕一博を囲む会", day: 28, speakers: ["渕一博"])
    wide.sponsor = "Acme Trust"
    var cancelled = EventDetails.sample("Retro computing night", day: 29, organizer: "City Museum")
    cancelled.status = .cancelled
    var far = EventDetails.sample("Les machines à calcul", day: 30, speakers: ["Søren Kierkegård", "Ada Lovelace"])
    far.starts = far.starts.advanced(bySeconds: 60 * 86_400)
    far.ends = far.ends.advanced(bySeconds: 60 * 86_400)
    return [access, compilers, databases, exhibition, wide, cancelled, far]
  }()

  /// Who can be chosen: the usual sample, with something known of some.
  static let catalogue = CatalogueSnapshot(
    speakers: [
      speaker(
        "Ada Lovelace", "Mathematician", "Analytical Engine",
        "Wrote the notes on the Analytical Engine, among them the first published program."),
      speaker("Alan Turing", "Fellow", "King's College"), speaker("Barbara Liskov", "Professor", "MIT"),
      speaker("Donald Knuth", "Professor", "Stanford University", "Writes The Art of Computer Programming."),
      speaker(
        "Grace Hopper", "Rear Admiral", "US Navy",
        "She wrote the first compiler in 1952 and led the teams whose languages shaped COBOL."),
      speaker("John Smith", "Editor", "Open Press"), speaker("John Smith", "Curator", "City Museum"),
      speaker("Søren Kierkegård", "Lecturer", "København"), speaker("渕一博", "所長", "ICOT"),
      speaker("Андрей Ершов", "Академик", "Новосибирск"),
    ],
    organizers: ["City Library", "City Museum", "Computer History Museum"].map {
      Organizer(id: 0, externalID: nil, name: $0, website: "")
    },
    sponsors: [("Acme Trust", "acme.example"), ("Bell Labs", "")].map {
      Sponsor(id: 0, externalID: nil, name: $0.0, website: $0.1)
    },
    newNames: [.speakers: ["Augusta King": ["Ada Lovelace"]]],
    lastSync: EditorScreen.now.advanced(bySeconds: -720))

  private static func speaker(_ name: String, _ title: String, _ company: String, _ bio: String = "") -> Speaker {
    Speaker(id: 0, externalID: nil, name: name, title: title, company: company, bio: bio)
  }
}
