import EventModel
import TestSupport
import Testing

@testable import EventStore

@Suite("Users and what they may do")
struct UserTests {
  private let directory: TemporaryDirectory
  private let storage: SQLiteStorage

  init() throws {
    directory = try TemporaryDirectory()
    storage = try directory.storage()
  }

  private func refusal(_ body: () throws -> Void) -> StorageError? {
    do {
      try body()
      return nil
    } catch {
      return error as? StorageError
    }
  }

  @Test func whoComesFirstIsTheAdminAndNobodyElse() throws {
    try storage.claim(for: "ada", at: noon)
    try storage.claim(for: "grace", at: .noon(plus: 1))
    #expect(try storage.users() == [User(name: "ada", role: .admin, createdAt: noon)])
  }

  @Test func usersAreAddedGivenRolesAndRemoved() throws {
    try storage.claim(for: "ada", at: noon)
    _ = try storage.addUser("grace", .staff, at: noon)
    try storage.setRole(.dataOps, ofUser: "grace")
    #expect(try storage.user(named: "grace")?.role == .dataOps)
    #expect(refusal { _ = try storage.addUser("grace", .staff, at: noon) } == .userExists("grace", .dataOps))
    try storage.removeUser("grace")
    #expect(try storage.user(named: "grace") == nil)
    #expect(refusal { try storage.removeUser("grace") } == .noSuchUser("grace"))
    #expect(refusal { try storage.setRole(.staff, ofUser: "grace") } == .noSuchUser("grace"))
  }

  @Test func theLastAdminStays() throws {
    try storage.claim(for: "ada", at: noon)
    #expect(refusal { try storage.removeUser("ada") } == .lastAdmin("ada"))
    #expect(refusal { try storage.setRole(.staff, ofUser: "ada") } == .lastAdmin("ada"))
    try storage.setRole(.admin, ofUser: "ada")
    _ = try storage.addUser("grace", .admin, at: noon)
    try storage.setRole(.staff, ofUser: "ada")
    #expect(refusal { try storage.removeUser("grace") } == .lastAdmin("grace"))
  }

  @Test func somebodyUnknownIsToldWhatAnAdminRuns() throws {
    try storage.claim(for: "ada", at: noon)
    let error = refusal { _ = try AuthorizedStorage(storage, user: "grace").events() }
    #expect(error == .notAUser("grace", admins: ["ada"]))
    #expect(
      error?.message
        == "grace is not a user of this database; ada can change that with `pivotal user add grace staff`.")
  }

  /// What each role may do, call by call.
  @Test(arguments: Role.allCases) func everyCallIsAllowedByTheOneTable(role: Role) throws {
    try storage.claim(for: "ada", at: noon)
    _ = try storage.addUser("grace", role, at: noon)
    _ = try storage.addUser("mary", .admin, at: noon)
    let event = try storage.add(.full, by: "ada", at: noon)
    let mine = AuthorizedStorage(storage, user: "grace")
    let calls: [(Permission, () throws -> Void)] = [
      (.readEvents, { _ = try mine.events() }), (.readEvents, { _ = try mine.event(event.id) }),
      (.editEvents, { _ = try mine.add(.full, by: "x", at: noon) }),
      (.editEvents, { _ = try mine.update(event.id, to: .full, basedOn: 1, by: "x", at: noon) }),
      (.editEvents, { _ = try mine.drafts(of: "ada") }), (.editEvents, { try mine.dropDraft("x") }),
      (.editEvents, { _ = try mine.claim(.sample, of: "x") }),
      (.editEvents, { _ = try mine.delete([event.id], by: "x", at: noon) }),
      (.readCatalogue, { _ = try mine.speakers() }), (.readCatalogue, { _ = try mine.organizers() }),
      (.readCatalogue, { _ = try mine.sponsors() }), (.readCatalogue, { _ = try mine.catalogueSummary() }),
      (.readCatalogue, { _ = try mine.syncRuns(limit: 1) }),
      (.readCatalogue, { _ = try mine.newNames(in: .speakers) }),
      (.editCatalogue, { _ = try mine.addRecord(["Ada", "", "", ""], to: .speakers, at: noon) }),
      (.editCatalogue, { try mine.deleteRecord(1, of: .speakers, holding: ["Ada", "", "", ""]) }),
      (.refreshCatalogue, { try mine.beginSync(.refresh, by: "x", at: noon).end() }),
      (.runSync, { try mine.beginSync(.overriding, by: "x", at: noon).end() }),
      (.runSync, { try mine.require(.runSync) }),
      (.manageUsers, { _ = try mine.users() }), (.manageUsers, { _ = try mine.user(named: "ada") }),
      (.manageUsers, { _ = try mine.addUser("new", .staff, at: noon) }),
      (.manageUsers, { try mine.setRole(.dataOps, ofUser: "new") }), (.manageUsers, { try mine.removeUser("new") }),
    ]
    for (permission, call) in calls {
      let expected: StorageError? =
        role.may(permission)
        ? nil
        : .notAllowed(User(name: "grace", role: role, createdAt: noon), permission, admins: ["ada", "mary"])
      #expect(refusal(call) == expected)
    }
  }

  @Test func theRefusalNamesTheRoleToAskFor() throws {
    try storage.claim(for: "ada", at: noon)
    _ = try storage.addUser("grace", .staff, at: noon)
    let error = refusal { try AuthorizedStorage(storage, user: "grace").require(.runSync) }
    #expect(
      error?.message == "grace is staff here and may not run `pivotal sync`; "
        + "ada can change that with `pivotal user role grace data_ops`.")
  }

  @Test func whatIsWrittenBearsTheUsersOwnName() throws {
    try storage.claim(for: "ada", at: noon)
    let mine = AuthorizedStorage(storage, user: "ada")
    #expect(try mine.add(.full, by: "somebody else", at: noon).createdBy == "ada")
  }

  @Test func aRoleThatIsTakenAwayIsGoneAtOnce() throws {
    try storage.claim(for: "ada", at: noon)
    _ = try storage.addUser("grace", .admin, at: noon)
    let mine = AuthorizedStorage(storage, user: "grace")
    _ = try mine.users()
    try storage.setRole(.staff, ofUser: "grace")
    #expect(throws: StorageError.self) { try mine.users() }
  }
}

extension KeptDraft {
  fileprivate static let sample = KeptDraft(
    draft: EventDraft(id: "x", base: nil, texts: [:], choices: [:], speakers: []), keptAt: noon)
}
