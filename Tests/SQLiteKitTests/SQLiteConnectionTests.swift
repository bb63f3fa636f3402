import SQLiteKit
import TestSupport
import Testing

/// What a thin wrapper around SQLite gets wrong easily.
@Suite struct SQLiteConnectionTests {
  let directory: TemporaryDirectory
  let connection: SQLiteConnection

  init() throws {
    directory = try TemporaryDirectory()
    connection = try SQLiteConnection(path: try directory.write("", to: "things.db"))
    try connection.executeScript(
      "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT UNIQUE, bytes BLOB) STRICT")
  }

  @Test(arguments: [Int64.max, Int64.min, 1 << 40, -1, 0])
  func integersKeepAll64Bits(number: Int64) throws {
    try connection.execute("INSERT INTO things (id) VALUES (?)", [.integer(number)])
    #expect(try connection.query("SELECT id FROM things") { try $0.integer() } == [number])
    #expect(connection.lastInsertedID == number)
  }

  @Test(arguments: ["", "a\0b", "\0", "Ада 李 é e\u{301} 👩‍👩‍👧", String(repeating: "ü", count: 100_000)])
  func textKeepsAllItsBytes(text: String) throws {
    try connection.execute("INSERT INTO things (name) VALUES (?)", [.text(text)])
    let read = try connection.query("SELECT name, length(CAST(name AS BLOB)) FROM things") {
      (try $0.text(), try $0.integer())
    }
    #expect(read.map { Array($0.0.utf8) } == [Array(text.utf8)])
    #expect(read.map(\.1) == [Int64(text.utf8.count)])
  }

  @Test func bytesAreNotTakenForTextOrNumbers() throws {
    try connection.executeScript("INSERT INTO things (id, bytes) VALUES (1, x'00ff41')")
    #expect(throws: SQLiteError.self) { try connection.query("SELECT bytes FROM things") { try $0.text() } }
    #expect(throws: SQLiteError.self) { try connection.query("SELECT bytes FROM things") { try $0.integer() } }
    #expect(throws: SQLiteError.self) { try connection.query("SELECT name FROM things") { try $0.text() } }
  }

  @Test func aMissingOrSpareValueIsAnError() throws {
    let insert = "INSERT INTO things (id, name) VALUES (?, ?)"
    for values in [[], [.integer(1)], [.integer(1), .null, .null]] as [[SQLiteValue]] {
      #expect(throws: SQLiteError.misuse("2 placeholders, \(values.count) values", sql: insert)) {
        try connection.execute(insert, values)
      }
    }
    #expect(try connection.query("SELECT id FROM things") { try $0.integer() }.isEmpty)
  }

  @Test func waitingForTheDiskIsGivenUpForOneTransactionAlone() throws {
    try connection.execute("PRAGMA synchronous = FULL")
    func waits() throws -> [Bool] { try connection.query("PRAGMA synchronous") { try $0.integer() == 2 } }
    try connection.writeWithoutWaiting { connection in
      #expect(try waits() == [false])
      try connection.execute("INSERT INTO things (id) VALUES (1)")
    }
    #expect(try waits() == [true])
    #expect(throws: SQLiteError.self) {
      try connection.writeWithoutWaiting { try $0.execute("INSERT INTO things (id) VALUES (1)") }
    }
    #expect(try waits() == [true])
    #expect(try connection.query("SELECT id FROM things") { try $0.integer() } == [1])
  }

  @Test func aColumnTooManyIsAnError() throws {
    try connection.execute("INSERT INTO things (id) VALUES (1)")
    #expect(throws: SQLiteError.self) {
      try connection.query("SELECT id FROM things") { row in
        _ = try row.integer()
        return try row.optionalText()
      }
    }
  }

  @Test func anErrorNamesTheColumnAndHidesTheValue() throws {
    let insert = "INSERT INTO things (name) VALUES (?)"
    try connection.execute(insert, [.text("secret")])
    let error = try #require(throws: SQLiteError.self) { try connection.execute(insert, [.text("secret")]) }
    #expect(error.code == 2067)
    #expect(error.primaryCode == 19)
    #expect(error.description == "SQLite error 2067: UNIQUE constraint failed: things.name in: \(insert)")
  }

  @Test(arguments: ["", "-- nothing", "SELECT 1; SELECT 2", "SELEC 1"])
  func whatIsNotOneStatementIsAnError(sql: String) {
    #expect(throws: SQLiteError.self) { try connection.execute(sql) }
  }

  @Test func aStatementInUseIsNotStartedAgain() throws {
    try connection.execute("INSERT INTO things (id) VALUES (1)")
    #expect(throws: SQLiteError.self) {
      try connection.query("SELECT id FROM things") { _ in
        try connection.query("SELECT id FROM things") { try $0.integer() }
      }
    }
    #expect(try connection.query("SELECT id FROM things") { try $0.integer() } == [1])
  }

  @Test func anErrorUndoesTheWholeTransaction() throws {
    struct Interruption: Error {}
    #expect(throws: Interruption.self) {
      try connection.write { connection in
        try connection.execute("INSERT INTO things (id) VALUES (1)")
        throw Interruption()
      }
    }
    #expect(try connection.query("SELECT id FROM things") { try $0.integer() }.isEmpty)
    #expect(try connection.write { try $0.execute("INSERT INTO things (id) VALUES (2)") } == 1)
  }

  @Test func aSpecialNameIsOnlyAFile() throws {
    #expect(throws: SQLiteError.self) { try SQLiteConnection(path: ":memory:") }
    #expect(throws: SQLiteError.self) { try SQLiteConnection(path: "file:memory?mode=memory") }
  }
}
