/// Brings a database to the newest schema, or refuses one that is not ours to change.
package struct Migrator {
  /// The file, for its schema and for what is said about it.
  private let file: DatabaseFile
  /// The steps that this program knows, in order.
  private var migrations: [Migration] { file.kind.migrations }

  /// Makes a migrator for a file.
  package init(file: DatabaseFile) {
    self.file = file
  }

  /// Looks at the file's first bytes only, so that a file which is refused has been opened but neither read as a
  /// database nor touched.
  package func checkHeader(_ connection: SQLiteConnection) throws {
    switch file.identity(of: try connection.rawHeader(count: DatabaseFile.headerLength)) {
    case .empty: break
    case .foreign: throw file.foreign
    case .ours(let steps): if steps > migrations.count { throw file.newer }
    }
  }

  /// Whether steps are missing, by what is recorded inside.
  ///
  /// Nothing is changed.
  package func hasPending(_ connection: SQLiteConnection) throws -> Bool {
    try connection.read { try !pending($0).isEmpty }
  }

  /// Applies the steps that are missing, each in a transaction of its own.
  ///
  /// Several programs may do so at once: each step is looked for again under the write lock.
  package func migrate(_ connection: SQLiteConnection) throws {
    while try connection.write(applyNext) {}
  }

  /// Applies the first step that is missing, and tells whether there was one.
  private func applyNext(_ connection: SQLiteConnection) throws -> Bool {
    let pending = try pending(connection)
    guard let next = pending.first else { return false }
    let position = pending.startIndex + 1
    if position == 1 { try makeOurs(connection) }
    try connection.executeScript(next.sql)
    try connection.execute(
      "INSERT INTO schema_migrations (position, name) VALUES (?, ?)", [.integer(Int64(position)), .text(next.name)])
    // The count stands in the file's header as well, where an older program sees it without opening the database.
    try connection.execute("PRAGMA user_version = \(position)")
    return true
  }

  private func makeOurs(_ connection: SQLiteConnection) throws {
    try connection.execute("PRAGMA application_id = \(file.kind.applicationID)")
    try connection.execute(
      "CREATE TABLE schema_migrations (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT")
  }

  /// The steps that are still to be applied; its start index is the number of those that are there.
  private func pending(_ connection: SQLiteConnection) throws -> ArraySlice<Migration> {
    let applied = try appliedNames(connection)
    let version = try connection.query("PRAGMA user_version") { try $0.integer() }.first ?? 0
    guard version <= migrations.count, applied.count <= migrations.count,
      zip(applied, migrations).allSatisfy({ $0 == $1.name })
    else { throw file.newer }
    return migrations.dropFirst(applied.count)
  }

  private func appliedNames(_ connection: SQLiteConnection) throws -> [String] {
    let id = try connection.query("PRAGMA application_id") { try $0.integer() }.first
    if id == Int64(file.kind.applicationID) {
      return try connection.query("SELECT name FROM schema_migrations ORDER BY position") { try $0.text() }
    }
    // Another program may have filled the file since its header was read.
    let tables = try connection.query("SELECT count(*) FROM sqlite_schema") { try $0.integer() }.first
    guard id == 0, tables == 0 else { throw file.foreign }
    return []
  }
}
