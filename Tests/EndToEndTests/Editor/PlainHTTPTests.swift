import Foundation
import TestSupport
import Testing

@Suite("A Centre without https, from the editor")
struct PlainHTTPTests {
  /// A workplace on a Centre whose address is not known to be this machine's own.
  private func workplace() throws -> Workplace {
    let work = try Workplace(CentreProgram("--demo"))
    let address = try #require(work.environment["RESOURCES_CENTRE_URL"])
    #expect(address.hasPrefix("http://127.0.0.1:"))
    work.environment["RESOURCES_CENTRE_URL"] = address.replacingOccurrences(of: "127.0.0.1", with: "0.0.0.0")
    let screen = try work.editor("new")
    try screen.begin("Talk", starts: "2027-11-24 14:00")
    try screen.press(.control("s"))
    try screen.waitFor("Saved")
    try screen.type("q")
    #expect(try screen.waitForExit() == 0)
    return work
  }

  @Test("The key does not leave for it, and the sentence names the option", arguments: [["edit", "1"], ["new"], []])
  func refused(_ arguments: [String]) throws {
    let screen = try workplace().editor(arguments)
    try screen.waitFor("^X Menu")
    try screen.press(.control("r"))
    try screen.waitFor("encrypted and a key could", "--allow-http")
  }

  @Test("With the option it is asked", arguments: [["edit", "1"], ["new"], []])
  func allowed(_ arguments: [String]) throws {
    let screen = try workplace().editor(arguments + ["--allow-http"])
    try screen.waitFor("^X Menu")
    try screen.press(.control("r"))
    try screen.waitFor("Sync completed")
  }
}
