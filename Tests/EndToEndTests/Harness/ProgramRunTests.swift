import Foundation
import TestSupport
import Testing

@Suite("Running programs from the tests")
struct ProgramRunTests {
  private let shell = "/bin/sh"

  @Test("Output, errors and status are kept apart")
  func streams() throws {
    let result = try run(shell, ["-c", "cat; echo wrong >&2; exit 3"], input: "typed")
    #expect(result.output == "typed")
    #expect(result.errors == "wrong\n")
    #expect(result.status == 3 && !result.wasSignalled)
  }

  @Test("A great deal of output on both streams blocks nobody")
  func muchOutput() throws {
    let script = "head -c 300000 /dev/zero | tr '\\0' o; head -c 300000 /dev/zero | tr '\\0' e >&2"
    let result = try run(shell, ["-c", script])
    #expect(result.output.utf8.count == 300_000 && result.errors.utf8.count == 300_000)
  }

  @Test("The environment is the test's own")
  func environment() throws {
    let result = try run(shell, ["-c", "echo $HOME $KEY $LANG"], environment: ["KEY": "secret"])
    #expect(result.output == "/nonexistent secret C.UTF-8\n")
  }

  @Test("A program that does not end is killed, and its output is in the failure")
  func deadline() throws {
    let program = try ProgramRun(shell, ["-c", "echo begun; exec sleep 60"])
    try program.waitForOutput("begun")
    let failure = #expect(throws: TestFailure.self) { try program.finish(within: .milliseconds(50)) }
    #expect(try #require(failure?.description).contains("begun"))
    #expect(try program.finish().wasSignalled)
  }

  @Test("A server is started, used and stopped")
  func server() throws {
    let program = try ProgramRun(
      shell, ["-c", "trap 'echo stopping; exit 0' TERM; echo port 80; while :; do sleep 0.02; done"])
    #expect(try program.waitForOutput("port") == "port 80")
    program.signal(SIGTERM)
    let result = try program.finish()
    #expect(result.status == 0 && result.output == "port 80\nstopping\n")
  }

  @Test("A program that ends without saying what is awaited fails at once")
  func neverSaid() throws {
    let program = try ProgramRun(shell, ["-c", "echo no >&2"])
    let failure = #expect(throws: TestFailure.self) { try program.waitForOutput("yes", within: .seconds(60)) }
    #expect(try #require(failure?.description).contains("did not write 'yes'"))
  }

  @Test("The programs built along with the tests are found and start", arguments: ["pivotal", "resources-centre"])
  func builtPrograms(name: String) throws {
    let result = try run(try BuiltProducts.program(name), ["--help"])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
    #expect(result.output.contains(name))
  }

  @Test("A program that was not built is missed by name")
  func missingProduct() throws {
    let failure = #expect(throws: TestFailure.self) { try BuiltProducts.program("no-such-program") }
    #expect(try #require(failure?.description).contains("There is no program 'no-such-program' beside /"))
  }
}
