import Foundation
import TestSupport

/// A user as `pivotal user list --json` lists one.
struct ListedUser: Decodable, Equatable {
  let name: String
  let role: String
}

extension Workplace {
  /// The users as scripts get them.
  func users() throws -> [ListedUser] {
    let result = try pivotal("user", "list", "--json")
    guard result.status == 0 else { throw TestFailure("pivotal user list: \(result.errors)") }
    return try JSONDecoder().decode([ListedUser].self, from: Data(result.output.utf8))
  }

  /// Makes grace the admin, and whoever runs the test what the role says, or nobody.
  ///
  /// - Returns: The name of whoever runs the test.
  @discardableResult
  func handOver(leaving role: String?) throws -> String {
    let me = try users().map(\.name)
    guard me.count == 1 else { throw TestFailure("there are users already: \(me)") }
    var lines = [["add", "grace", "admin"]]
    lines.append(role.map { ["role", me[0], $0] } ?? ["remove", me[0]])
    for line in lines {
      let result = try pivotal(["user"] + line)
      guard result.status == 0 else { throw TestFailure("pivotal user \(line): \(result.errors)") }
    }
    return me[0]
  }
}
