import EventModel
import SQLiteKit

extension SQLiteStorage {
  func users() throws -> [User] {
    try read { try $0.query("SELECT name, role, created_at FROM users ORDER BY name", row: User.init) }
  }

  func user(named name: String) throws -> User? {
    try read { try stored(name, in: $0) }
  }

  func claim(for name: String, at now: Instant) throws {
    guard try read({ try $0.query("SELECT 1 FROM users LIMIT 1") { try $0.integer() }.isEmpty }) else { return }
    try write { connection in
      _ = try connection.execute(
        "INSERT INTO users (name, role, created_at) SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM users)",
        [.text(name), .text(Role.admin.rawValue), .instant(now)])
    }
  }

  func addUser(_ name: String, _ role: Role, at now: Instant) throws -> User {
    try write { connection in
      if let known = try stored(name, in: connection) { throw StorageError.userExists(known.name, known.role) }
      try connection.execute(
        "INSERT INTO users (name, role, created_at) VALUES (?, ?, ?)",
        [.text(name), .text(role.rawValue), .instant(now)])
      return User(name: name, role: role, createdAt: now)
    }
  }

  func setRole(_ role: Role, ofUser name: String) throws {
    try write { connection in
      try keepAnAdmin(without: name, unlessGiven: role, in: connection)
      try connection.execute("UPDATE users SET role = ? WHERE name = ?", [.text(role.rawValue), .text(name)])
    }
  }

  func removeUser(_ name: String) throws {
    try write { connection in
      try keepAnAdmin(without: name, unlessGiven: nil, in: connection)
      try connection.execute("DELETE FROM users WHERE name = ?", [.text(name)])
    }
  }

  /// Refuses to take its last admin from a database, since nobody could make another one.
  private func keepAnAdmin(without name: String, unlessGiven role: Role?, in connection: SQLiteConnection) throws {
    guard let user = try stored(name, in: connection) else { throw StorageError.noSuchUser(name) }
    guard user.role == .admin, role != .admin else { return }
    let others = try connection.query("SELECT count(*) FROM users WHERE role = 'admin' AND name <> ?", [.text(name)]) {
      try $0.integer()
    }
    guard others != [0] else { throw StorageError.lastAdmin(name) }
  }

  private func stored(_ name: String, in connection: SQLiteConnection) throws -> User? {
    try connection.query(
      "SELECT name, role, created_at FROM users WHERE name = ?", [.text(name)], row: User.init
    ).first
  }
}

extension User {
  fileprivate init(row: inout SQLiteRow) throws {
    self.init(name: try row.text(), role: try row.role(), createdAt: try row.instant())
  }
}
