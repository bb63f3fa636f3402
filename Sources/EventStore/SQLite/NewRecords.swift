import EventModel
import SQLiteKit

/// The records of a staging whose identifiers are not here yet, as rows of a temporary table in the order they came.
///
/// The table is made like the collection's own. Where that one is empty, as before the first sync, SQLite takes the rows
/// and their index entries over as they lie, which costs a fraction of adding them one by one.
final class NewRecords {
  /// A page of the listing, and how many records came before it.
  private struct Page {
    let number: Int
    let before: Int64
  }

  /// A row that another one has taken the place of, and on which page.
  private struct Superseded {
    let externalID: String
    let page: Int
  }

  private let sql: NewRecordsSQL
  private let connection: SQLiteConnection
  private let insert: SQLiteStatement
  /// When the rows are said to have been made.
  private let time: String
  private let texts = TextBlock()
  private var pages: [Page] = []
  /// The number of the row that came last; the first is 1.
  private var count: Int64 = 0
  /// By row; these have no identifier in the table, where the one that took their place has it.
  private var superseded: [Int64: Superseded] = [:]

  init(_ collection: CatalogueCollection, _ connection: SQLiteConnection, at time: Instant) throws {
    sql = NewRecordsSQL(collection)
    self.connection = connection
    self.time = time.canonicalText
    try connection.executeScript(sql.table)
    insert = try connection.statement(sql.insert)
  }

  /// Whether there is none.
  var isEmpty: Bool { remaining == 0 }

  /// How many there are.
  var remaining: Int { Int(count) - superseded.count }

  /// Adds a record, unless one with its identifier is there.
  func add(_ record: CatalogueRecord, page: Int) throws -> Bool {
    texts.load(record)
    texts.append(record.remoteUpdatedAt?.canonicalText)
    texts.append(time)
    guard try insert.execute(texts, [.integer(count + 1)]) > 0 else { return false }
    if pages.last?.number != page { pages.append(Page(number: page, before: count)) }
    count += 1
    return true
  }

  /// What is there with a record's identifier, compared with the record.
  func staged(_ record: CatalogueRecord) throws -> StagedRow? {
    texts.load(record)
    var staged: StagedRow?
    try connection.statement(sql.find).run(texts) { row in
      let id = try row.integer()
      staged = StagedRow(
        position: -id, kind: .create, page: pages.last { $0.before < id }?.number ?? 0,
        remoteTime: try row.optionalInstant(), name: try row.text(), isDeleted: false,
        hasSameValues: try row.integer() != 0)
    }
    return staged
  }

  /// Takes a record, given by the position that ``staged(_:)`` gave it, back in favour of another one.
  func supersede(_ position: Int64, onPage page: Int) throws {
    let id = try connection.query("SELECT external_id FROM temp.added WHERE id = ?", [.integer(-position)]) {
      try $0.text()
    }
    guard let id = id.first else { return }
    superseded[-position] = Superseded(externalID: id, page: page)
    try setIdentifier(.null, ofRow: -position)
  }

  /// Undoes what came and was taken back on the page that came last.
  func abandon(page: Int) throws {
    if let last = pages.last, last.number == page {
      pages.removeLast()
      count = last.before
      try connection.execute("DELETE FROM temp.added WHERE id > ?", [.integer(count)])
      superseded = superseded.filter { $0.key <= count }
    }
    for (row, entry) in superseded where entry.page == page {
      superseded[row] = nil
      try setIdentifier(.text(entry.externalID), ofRow: row)
    }
  }

  /// Goes through the names in the order they came.
  func forEachName(limit: SQLiteValue, _ body: (String) throws -> Void) throws {
    try connection.statement(sql.names).run([limit]) { try body(try $0.text()) }
  }

  /// Does what can be done before the database is locked; nothing is added or taken back after that.
  func prepare() throws {
    try connection.execute("DELETE FROM temp.added WHERE external_id IS NULL")
    if !isEmpty, try isCollectionEmpty() { try connection.executeScript(sql.index) }
  }

  /// Adds all to the collection's own table.
  func apply() throws {
    if isEmpty { return }
    try connection.execute(isCollectionEmpty() ? sql.takeOver : sql.addEach)
  }

  private func isCollectionEmpty() throws -> Bool {
    try connection.query(sql.isCollectionEmpty) { try $0.integer() } == [1]
  }

  private func setIdentifier(_ id: SQLiteValue, ofRow row: Int64) throws {
    try connection.execute("UPDATE temp.added SET external_id = ? WHERE id = ?", [id, .integer(row)])
  }
}

extension TextBlock {
  /// Holds a record's identifier and values, and nothing else.
  func load(_ record: CatalogueRecord) {
    removeAll()
    append(record.externalID)
    for value in record.values { append(value) }
  }
}
