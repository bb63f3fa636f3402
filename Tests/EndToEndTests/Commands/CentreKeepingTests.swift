import Foundation
import HTTPTransport
import TestSupport
import Testing

@Suite("Keeping a Resources Centre")
struct CentreKeepingTests {
  let files: TemporaryDirectory

  init() throws {
    files = try TemporaryDirectory()
  }

  var database: String { files.path("centre.db") }

  /// Runs a command on the database of this test.
  @discardableResult
  func centre(_ arguments: String...) throws -> ProgramResult {
    try run(try BuiltProducts.program("resources-centre"), arguments + ["--data", database])
  }

  private func speakers(_ centre: CentreProgram, _ query: String = "") throws -> [[String: Any]] {
    let answer = try request(
      "GET", centre.url + "/api/v1/speakers" + query, headers: ["X-API-Key": CentreProgram.key])
    let body = try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any]
    return try #require(body?["speakers"] as? [[String: Any]])
  }

  @Test("What is imported, added, edited and removed is served at once, and synced")
  func wholeLife() throws {
    let csv = try files.write("id,name,company\n1,Ada Lovelace,Analytical Engine\n2,Alan Turing,\n", to: "speakers.csv")
    let imported = try centre("import", csv)
    #expect(imported.status == 0)
    #expect(imported.output == "speakers: 2 added, 0 changed, 0 removed, 0 unchanged\n")
    let program = try CentreProgram("--data", database)
    let work = try Workplace(program)
    #expect(try work.pivotal("sync").status == 0)
    let added = try centre("add", "speaker", "--id", "3", "--name", " Žofie  Zíková ", "--title", "Editor")
    #expect(added.output == "Added the speaker 3.\n")
    #expect(try centre("edit", "speaker", "Ada Lovelace", "--company", "Royal Society").status == 0)
    #expect(try centre("remove", "speaker", "2").output == "Removed the speaker Alan Turing.\n")
    #expect(try speakers(program).compactMap { $0["name"] as? String } == ["Ada Lovelace", "Žofie Zíková"])
    let synced = try work.pivotal("sync", "--json")
    #expect(synced.status == 0)
    #expect(
      try work.database().rows("SELECT name, company, missing_since IS NULL FROM speakers ORDER BY name")
        == [["Ada Lovelace", "Royal Society", "1"], ["Alan Turing", "", "0"], ["Žofie Zíková", "", "1"]])
    #expect(try work.pivotal("sync").status == 0)
  }

  @Test("A wrong line of an import is named, and nothing of it is taken")
  func badImport() throws {
    let csv = try files.write("id,name\n1,Ada\n2\n3,\n", to: "speakers.csv")
    let refused = try centre("import", csv)
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        \(csv), line 3: it has 1 cell instead of 2
        \(csv), line 4: its "name" must be a text that is not empty
        Nothing was imported, since 2 lines are wrong; correct them and import again.

        """)
    let program = try CentreProgram("--data", database)
    #expect(try speakers(program).isEmpty)
  }

  @Test("A wrong command is refused with the next step")
  func wrongCommands() throws {
    let refusals: [([String], Int32, String)] = [
      (["add", "speaker"], 2, "add speaker needs a name; give --name."),
      (["add", "sponsor", "--name", "A", "--bio", "B"], 2, "Sponsors have no bio; leave out --bio."),
      (["edit", "speaker", "1"], 2, "edit speaker changes nothing; give what is to change, as --name."),
      (
        ["edit", "speaker", "1", "--name", "A"], 1,
        "There is no speaker with the id or the name 1; look it up and try again."
      ),
      (["key", "revoke", "7"], 1, "There is no valid key 7; key list shows those that are there."),
      (["key", "add"], 2, "key add needs a name; say whom the key is for."),
      (
        ["webhook", "add", "http://example.org/"], 1,
        "A webhook to another machine must be encrypted; give an address that begins with https."
      ),
      (["webhook", "remove", "7"], 1, "There is no webhook 7; webhook list shows those that are there."),
      (
        ["import", files.path("nothing.csv")], 1,
        "\(files.path("nothing.csv")) does not say what it holds; "
          + "give --into and one of speakers, organizers, sponsors, events."
      ),
    ]
    for (line, status, sentence) in refusals {
      let result = try run(try BuiltProducts.program("resources-centre"), line + ["--data", database])
      #expect(result.status == status, "\(line)")
      #expect(result.sentence == sentence, "\(line)")
    }
  }

  @Test("Files that have changed while the Centre was not served are synced, also what was added long ago or is gone")
  func changedFiles() throws {
    func write(_ ids: [Int]) throws {
      let lines = ids.map { "{\"id\":\($0),\"name\":\"Speaker \($0)\",\"updated_at\":\"2026-01-0\($0)T00:00:00Z\"}" }
      try files.write(lines.joined(separator: "\n"), to: "data/speakers.jsonl")
    }
    try FileManager.default.createDirectory(atPath: files.path("data"), withIntermediateDirectories: true)
    try write([2, 3, 4])
    let first = try CentreProgram("--data", files.path("data"))
    let work = try Workplace(first)
    for _ in 1...2 { #expect(try work.pivotal("sync").status == 0) }
    _ = try first.stop()
    try write([1, 2, 4])
    let port = try #require(first.url.split(separator: ":").last)
    let second = try CentreProgram(["--data", files.path("data")], listeningOn: "127.0.0.1:\(port)")
    let synced = try work.pivotal("sync")
    #expect(synced.output.contains("Speakers: 1 added, 0 updated, 2 unchanged, 1 gone"), "\(synced.everything)")
    _ = try second.stop()
  }

  @Test("Where no key can be made, none is announced")
  func keyNotMade() throws {
    try files.write("Dear diary", to: "centre.db")
    let refused = try centre("key", "add", "the laptop")
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(try centre("key", "list", "all").sentence == "key list takes no argument; leave the rest out.")
  }

  @Test("A directory that is not there yet is made, also where a slash ends its name, and lines may be called ndjson")
  func newDirectory() throws {
    let lines = try files.write(#"{"id":1,"name":"Ada"}"#, to: "speakers.ndjson")
    let place = files.path("new/place") + "/"
    let program = try BuiltProducts.program("resources-centre")
    let imported = try run(program, ["import", lines, "--data", place])
    #expect(imported.status == 0 && imported.output.hasPrefix("speakers: 1 added"), "\(imported.errors)")
    #expect(FileManager.default.fileExists(atPath: place + "centre.db"))
    let served = try CentreProgram("--data", lines)
    #expect(try speakers(served).count == 1)
  }

  @Test("Keys of one's own open it until they are revoked, and the log holds none of them")
  func keys() throws {
    let made = try centre("key", "add", "the laptop")
    let key = try #require(made.output.split(separator: "\n").last.map(String.init))
    let log = files.path("access.log")
    let program = try CentreProgram("--data", database, "--log", log)
    func status(_ key: String) throws -> Int {
      try request("GET", program.url + "/api/v1/stats?key=\(key)", headers: ["X-API-Key": key]).status
    }
    #expect(try status(key) == 200)
    #expect(try status(CentreProgram.key) == 200)
    #expect(try centre("key", "revoke", "1").status == 0)
    #expect(try status(key) == 401)
    #expect(try centre("key", "list").output.hasPrefix("1  the laptop, made 20"))
    let result = try program.stop()
    #expect(result.errors.isEmpty)
    let lines = files.text("access.log").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.contains(" GET /api/v1/stats 200 53 bytes ") == true)
    #expect(lines.last?.contains(" GET /api/v1/stats 401 ") == true)
    #expect(!files.text("access.log").contains(key.dropFirst(4)))
  }

  @Test("No empty database is put before files that are served as they are")
  func filesInTheWay() throws {
    let data = files.url.path
    try files.write("id,name\n1,Ada Lovelace\n", to: "speakers.csv")
    let elsewhere = try TemporaryDirectory()
    let other = try elsewhere.write("id,name\n1,Acme\n", to: "sponsors.csv")
    let program = try BuiltProducts.program("resources-centre")
    let commands = [
      ["key", "add", "laptop"], ["key", "list"], ["add", "speaker", "--name", "Alan"], ["import", other],
      ["webhook", "add", "https://example.org/"],
    ]
    for command in commands {
      let refused = try run(program, command + ["--data", data])
      #expect(refused.status == 1, "\(command)")
      #expect(
        refused.sentence
          == "\(data) holds records in files, which a database there would hide; take them into it first, "
          + "with `resources-centre import \(data) --data \(data)`.")
    }
    #expect(!FileManager.default.fileExists(atPath: database))
    #expect(try run(program, ["import", data + "/", "--data", data]).status == 0)
    #expect(try run(program, ["key", "add", "laptop", "--data", data]).status == 0)
    #expect(try speakers(CentreProgram("--data", data)).compactMap { $0["name"] as? String } == ["Ada Lovelace"])
  }

  @Test("It needs a key of one kind or the other")
  func noKey() throws {
    #expect(try centre("add", "sponsor", "--name", "Acme").status == 0)
    let program = try BuiltProducts.program("resources-centre")
    let line = ["serve", "--listen", "127.0.0.1:0", "--data", database]
    let refused = try run(program, line)
    #expect(refused.status == 1)
    #expect(refused.sentence?.hasPrefix("API_KEY is not set; ") == true)
    #expect(try centre("key", "add", "laptop").status == 0)
    let running = try ProgramRun(program, line)
    try running.waitForOutput("listening on")
    running.signal(SIGTERM)
    #expect(try running.finish().status == 0)
  }

  @Test("The usual place is served where nothing is named")
  func usualPlace() throws {
    let environment = ["XDG_DATA_HOME": files.url.path, "API_KEY": CentreProgram.key]
    let program = try BuiltProducts.program("resources-centre")
    #expect(try run(program, ["serve"], environment: environment).status == 2)
    #expect(try run(program, ["add", "sponsor", "--name", "Acme"], environment: environment).status == 0)
    #expect(FileManager.default.fileExists(atPath: files.path("resources-centre/centre.db")))
    let running = try ProgramRun(program, ["serve", "--listen", "127.0.0.1:0"], environment: environment)
    let line = try running.waitForOutput("listening on")
    let url = try #require(line.split(separator: " ").last)
    let answer = try request("GET", url + "/api/v1/stats", headers: ["X-API-Key": CentreProgram.key])
    #expect(answer.body.contains(#""sponsors":1"#))
    running.signal(SIGTERM)
    #expect(try running.finish().status == 0)
  }

  @Test("Certificate and key make it speak HTTPS, and belong together")
  func encryption() throws {
    let certificate = try files.write("no certificate", to: "certificate.pem")
    let half = try centre("serve", "--tls-certificate", certificate)
    #expect(half.status == 2)
    #expect(half.sentence == "--tls-certificate and --tls-key go together; give both or neither.")
    let wrong = try centre("serve", "--tls-certificate", certificate, "--tls-key", certificate)
    #expect(wrong.status == 1)
    #expect(wrong.sentence == "\(certificate) holds no certificate as PEM text; name the file that does.")
  }
}
