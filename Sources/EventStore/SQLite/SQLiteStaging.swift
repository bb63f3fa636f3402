import EventModel
import SQLiteKit

/// Stages in a temporary table of SQLite's, which lies in a file without a name and never in memory as a whole.
// Safe to pass between threads: whoever fetches a collection hands its staging over when all has been read.
final class SQLiteStaging: CatalogueStaging, @unchecked Sendable {
  let collection: CatalogueCollection
  let sql: StagingSQL
  /// Keeps the lock for as long as anything may still be committed.
  private let turn: SQLiteSyncTurn
  private let texts = TextBlock()
  /// Nil until there is something to stage.
  private var opened: StagingTables?
  /// Whether notes of deletions are staged for which there is no row.
  private var hasStrays = false
  /// The checkpoint before; nil where it has not been asked for or there is none.
  private var known: SyncCheckpoint?
  /// How many rows that the Centre has were ever deleted by then.
  private var knownDeletions: Int64 = 0

  init(_ collection: CatalogueCollection, turn: SQLiteSyncTurn) {
    self.collection = collection
    self.turn = turn
    sql = StagingSQL(collection)
  }

  /// The tables, made when they are first asked for.
  private func tables() throws -> StagingTables {
    if let opened { return opened }
    let tables = try StagingTables(of: collection, sql, on: turn.opening.staging(), at: turn.time)
    opened = tables
    return tables
  }

  /// The records that are going to be added.
  func added() throws -> NewRecords { try tables().added }

  func checkpoint() throws -> SyncCheckpoint? {
    (known, knownDeletions) = try turn.progress(of: collection)
    return known
  }

  func batch(_ body: () throws -> Void) throws {
    try usingTemporaryTables { connection in
      try connection.execute("BEGIN")
      do {
        try body()
        try connection.execute("COMMIT")
      } catch {
        end(connection)
        throw error
      }
    }
  }

  /// Ends the transaction of a batch that failed; whatever that refuses now would hide why.
  private func end(_ connection: SQLiteConnection) {
    // What was staged before an error stays, since it is abandoned by its page. Some errors, a full disk among them,
    // have ended the transaction already; one that cannot be committed must not be left open for the next batch.
    for step in ["COMMIT", "ROLLBACK"] where connection.isInTransaction { _ = try? connection.execute(step) }
  }

  func stored(_ record: CatalogueRecord) throws -> StoredRow? {
    var row: StoredRow?
    let tables = try tables()
    if tables.isCollectionEmpty { return nil }
    texts.load(record)
    try tables.find.run(texts) {
      row = StoredRow(
        id: try $0.integer(), remoteTime: try $0.optionalInstant(), isMissing: try $0.integer() != 0,
        isEdited: try $0.integer() != 0, hasSameValues: try $0.integer() != 0, hasSameName: try $0.integer() != 0)
    }
    return row
  }

  func staged(_ record: CatalogueRecord) throws -> StagedRow? {
    let tables = try tables()
    if let row = try tables.added.staged(record) { return row }
    texts.load(record)
    var row: StagedRow?
    try tables.connection.statement(sql.findStaged).run(texts) {
      row = StagedRow(
        position: try $0.integer(), kind: StagedAction.Kind(rawValue: try $0.integer()) ?? .keep,
        page: try $0.count(), remoteTime: try $0.optionalInstant(), name: try $0.text(),
        isDeleted: try $0.integer() != 0, hasSameValues: try $0.integer() != 0)
    }
    return row
  }

  func name(ofRow id: Int64) throws -> String? {
    try tables().connection.query("SELECT name FROM main.\(collection.rawValue) WHERE id = ?", [.integer(id)]) {
      try $0.text()
    }.first
  }

  func stage(_ record: CatalogueRecord, as action: StagedAction, over row: StoredRow?, page: Int) throws -> Bool {
    let tables = try tables()
    if action.kind == .create {
      if hasStrays, try staged(record) != nil { return false }
      return try tables.added.add(record, page: page)
    }
    if row == nil {
      if try tables.added.staged(record) != nil { return false }
      hasStrays = true
    }
    texts.load(record)
    texts.append(record.remoteUpdatedAt?.canonicalText)
    return try tables.insert.execute(
      texts,
      [
        .integer(action.kind.rawValue), .optional(note(for: action, over: row)?.rawValue), .integer(Int64(page)),
        .integer(record.isDeleted ? 1 : 0), .integer(row.map { $0.hasSameName && !$0.isMissing } ?? true ? 0 : 1),
        row.map { .integer($0.id) } ?? .null,
      ]) > 0
  }

  /// What is worth saying besides the counts.
  private func note(for action: StagedAction, over row: StoredRow?) -> SyncNote.Kind? {
    guard let row, [.update, .relist].contains(action.kind) else { return action.note }
    if row.isMissing { return .returned }
    return action.note ?? (row.hasSameName ? nil : .renamed)
  }

  func supersede(_ staged: StagedRow, onPage page: Int) throws {
    if staged.kind == .create { return try added().supersede(staged.position, onPage: page) }
    try tables().connection.execute(
      "UPDATE temp.staged SET superseded = ? WHERE position = ?",
      [.integer(Int64(page)), .integer(staged.position)])
  }

  func abandon(page: Int) throws {
    if opened == nil { return }
    try usingTemporaryTables { connection in
      try added().abandon(page: page)
      let page = SQLiteValue.integer(Int64(page))
      try connection.execute("DELETE FROM temp.staged WHERE page = ?", [page])
      try connection.execute("UPDATE temp.staged SET superseded = NULL WHERE superseded = ?", [page])
    }
  }

  func presentCount() throws -> Int {
    try using { try $0.query(sql.countPresent) { try $0.count() }.first ?? 0 }
  }

  func stageMissing(unlessListed listed: RowSet?) throws -> Int {
    try usingTemporaryTables { connection in
      try connection.read { connection in
        try connection.executeScript(sql.stageRemoved)
        if let listed, try rowCount(connection) != listed.count {
          try stageUnlisted(listed, connection)
        }
        return try connection.query("SELECT count(*) FROM temp.gone") { try $0.count() }.first ?? 0
      }
    }
  }

  /// How many rows the Centre has ever listed.
  private func rowCount(_ connection: SQLiteConnection) throws -> Int {
    try connection.query(sql.countRows) { try $0.count() }.first ?? 0
  }

  private func stageUnlisted(_ listed: RowSet, _ connection: SQLiteConnection) throws {
    let insert = try connection.statement(sql.stageUnlisted)
    try connection.statement(sql.presentRows).run([]) { row in
      let id = try row.integer()
      if !listed.contains(id) { try insert.execute([.integer(id)]) }
    }
  }

  func commit(checkpoint: SyncCheckpoint?, at now: Instant) throws {
    let isNew = checkpoint.map { $0 != known } ?? false
    guard isNew || opened != nil else { return }
    try usingTemporaryTables { _ in try added().prepare() }
    try using { connection in
      let added = try added()
      guard try isNew || !added.isEmpty || hasChanges(connection) else { return }
      try connection.writeWithoutWaiting { connection in
        guard try connection.query(sql.countOverwritten, row: { try $0.integer() }) == [0] else {
          throw StorageError.catalogueChanged
        }
        let changed = try sql.applied.reduce(0) { try $0 + connection.execute($1, [.instant(now)]) }
        try added.apply()
        if changed > 0 || !added.isEmpty { try countCatalogueChange(in: connection) }
        if let checkpoint { try keep(checkpoint, connection) }
      }
    }
  }

  private func hasChanges(_ connection: SQLiteConnection) throws -> Bool {
    try connection.query(sql.hasChanges) { try $0.integer() } != [0]
  }

  /// Keeps how far has been read, unless somebody has deleted a row meanwhile that is to come back.
  private func keep(_ checkpoint: SyncCheckpoint, _ connection: SQLiteConnection) throws {
    // The checkpoint alone would not show a deletion where it holds no progress to forget.
    let isAsKnown = try connection.deletions(from: collection) == knownDeletions
    try connection.keep(checkpoint, of: collection)
    if !isAsKnown { try connection.forgetProgress(of: collection) }
  }

  /// The same where only temporary tables are written, which may lie on another disk than the database.
  func usingTemporaryTables<Value>(_ body: (SQLiteConnection) throws -> Value) throws -> Value {
    try using { connection in
      do {
        return try body(connection)
      } catch let error as SQLiteError where error.isForWantOfRoom {
        throw StorageError.noRoomForTemporaryFiles
      } catch let error as SQLiteError where error.isOfTheFile && error.concernsTemporaryTables {
        // The same statement may read the database, so that it could as well be that.
        guard connection.isMainWhole else { throw error }
        // They keep no journal, so that they may be in disorder after an error: that says nothing of the database.
        throw StorageError.unusableTemporaryFiles(error)
      }
    }
  }

  /// Runs the body with the connection, and says what SQLite refuses in a sentence.
  func using<Value>(_ body: (SQLiteConnection) throws -> Value) throws -> Value {
    try translatingErrors(of: turn.opening.file) { try body(tables().connection) }
  }
}

extension SQLiteConnection {
  /// Whether the database itself can be read and is undamaged, as far as a quick look shows.
  fileprivate var isMainWhole: Bool {
    let found = try? query("PRAGMA main.quick_check(1)") { try $0.text() }
    return found == ["ok"]
  }
}
