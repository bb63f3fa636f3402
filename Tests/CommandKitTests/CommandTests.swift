import Foundation
import Testing

@testable import CommandKit

private let library = ProgramSpec(
  name: "library", summary: "Looks after books.",
  commands: [
    CommandSpec(name: "", summary: "Opens the catalogue.", options: [OptionSpec("plain", summary: "No colours.")]),
    CommandSpec(
      name: "find", summary: "Finds books.",
      arguments: [
        ArgumentSpec(.choice(["title", "author", "subject"]), summary: "Where to look."),
        ArgumentSpec(.text("WORD"), .repeated, summary: "What to look for."),
      ],
      options: [
        OptionSpec("limit", .number("N", 1...100), summary: "Show at most so many."),
        OptionSpec("after", .number("N", 1...Int.max), summary: "Pass over so many."),
        OptionSpec("format", .choice(["table", "json"]), summary: "How to write them."),
        OptionSpec("json", summary: "Write JSON."),
      ]),
    CommandSpec(
      name: "lend", summary: "Lends a book.", arguments: [ArgumentSpec(.text("ID"), .optional, summary: "Which.")]),
  ],
  sections: [HelpSection(title: "Environment", rows: [("LIBRARY_ROOM", "The room to look after.")])])

private func command(_ line: String...) throws -> ParsedCommand {
  guard case .run(let command) = try library.parse(line) else { throw UsageError("This is no command.") }
  return command
}

private func complaint(_ line: String...) -> String? {
  do {
    _ = try library.parse(line)
    return nil
  } catch {
    return error.message
  }
}

@Suite("A command line")
struct CommandLineTests {
  @Test("gives each option and argument its value")
  func values() throws {
    let found = try command("find", "title", "--limit", "5", "Ada", "--format=json", "Lovelace")
    #expect(found.name == "find")
    #expect(found.arguments == ["title", "Ada", "Lovelace"])
    #expect(found.number("limit") == 5)
    #expect(found.text("format") == "json")
    #expect(!found.has("json"))
    #expect(try command("find", "title", "x", "--json").has("json"))
  }

  @Test("may do without a command where the program has a use for that")
  func unnamed() throws {
    #expect(try command().name == "")
    #expect(try command("--plain").has("plain"))
    let other = ProgramSpec(
      name: "other", summary: "Serves.", commands: [CommandSpec(name: "serve", summary: "Serves.")])
    #expect(throws: UsageError("other needs a command, serve; other --help explains them.")) { try other.parse([]) }
  }

  @Test("takes everything behind two dashes as it stands")
  func dashes() throws {
    #expect(try command("find", "title", "--", "--limit", "--help").arguments == ["title", "--limit", "--help"])
    #expect(try command("find", "title", "-").arguments == ["title", "-"])
    #expect(try command("find", "title", "x", "--format=table").text("format") == "table")
  }

  @Test("may leave an optional argument out")
  func optional() throws {
    #expect(try command("lend").arguments == [])
    #expect(try command("lend", "7").arguments == ["7"])
    #expect(
      complaint("lend", "7", "8") == "library lend has no use for \"8\"; library lend --help explains what it takes.")
  }

  @Test("that is wrong is answered with one sentence and the next step")
  func complaints() {
    #expect(complaint("fimd") == "library has no command \"fimd\"; did you mean \"find\"?")
    #expect(complaint("cook") == "library has no command \"cook\"; library --help lists them.")
    #expect(complaint("find", "--limti", "5") == "library find has no option --limti; did you mean --limit?")
    #expect(complaint("find", "-x") == "library find has no option -x; library find --help lists them.")
    #expect(complaint("--plian") == "library has no option --plian; did you mean --plain?")
    #expect(complaint("find", "title") == "library find needs WORD; library find --help explains it.")
    #expect(complaint("find", "year", "x") == "library find takes title, author or subject, not \"year\".")
    #expect(complaint("find", "title", "x", "--limit", "0") == "--limit takes a whole number from 1 to 100, not \"0\".")
    #expect(complaint("find", "title", "x", "--limit=many")?.hasSuffix("not \"many\".") == true)
    #expect(complaint("find", "title", "x", "--after", "0") == "--after takes a whole number from 1 up, not \"0\".")
    #expect(complaint("find", "--limit") == "--limit needs a value; write --limit N.")
    #expect(complaint("find", "--limit", "--json") == "--limit needs a value; write --limit N.")
    #expect(complaint("find", "--json=yes") == "--json takes no value; write it alone.")
    #expect(complaint("find", "--json", "--json") == "--json is given twice; leave one out.")
  }
}

@Suite("Help")
struct HelpTests {
  @Test("on a command comes from its table, wherever it is asked for")
  func commandHelp() throws {
    let expected = """
      Usage: library find title|author|subject WORD... [OPTIONS]

      Finds books.

      Arguments:
        title|author|subject  Where to look.
        WORD                  What to look for.

      Options:
        --limit N            Show at most so many.
        --after N            Pass over so many.
        --format table|json  How to write them.
        --json               Write JSON.
        --help               Show this help.
      """
    #expect(try library.parse(["find", "--help"]) == .show(expected))
    #expect(try library.parse(["find", "--nonsense", "-h"]) == .show(expected))
  }

  @Test("on the program lists its commands")
  func programHelp() throws {
    let expected = """
      Usage: library [OPTIONS]
             library COMMAND [OPTIONS]

      Looks after books.

      Commands:
        find title|author|subject WORD...
                                  Finds books.
        lend [ID]                 Lends a book.

      Options:
        --plain    No colours.
        --help     Show this help.
        --version  Show the version.

      Environment:
        LIBRARY_ROOM  The room to look after.
      """
    #expect(try library.parse(["--help"]) == .show(expected))
  }

  @Test("keeps within 80 columns")
  func width() {
    let long = HelpSection(title: "Long", rows: [("--word", String(repeating: "some words ", count: 30))])
    #expect(long.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("explains the exit statuses that are asked for")
  func statuses() {
    #expect(
      ExitStatus.help(for: [.success, .partial]).text == """
        Exit status:
          0  All went well, also with nothing to do.
          3  A part failed.
        """)
    #expect(ExitStatus.help().rows.map(\.word) == ["0", "1", "2", "3"])
  }

  @Test("tells the version")
  func version() throws {
    #expect(try library.parse(["--version"]) == .show("library 0.1.0"))
  }
}

@Suite("A program that runs until it is told to end", .serialized)
struct TerminationTests {
  @Test("wakes up from a signal", arguments: [SIGTERM, SIGINT])
  func signal(number: Int32) {
    let signals = TerminationSignals()
    pthread_kill(pthread_self(), number)
    signals.wait()
  }
}
