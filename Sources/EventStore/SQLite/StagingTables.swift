import EventModel
import SQLiteKit

/// The temporary tables of one staging, on a connection of their own, and the statements that are run for each record.
///
/// They are made with the first record that comes, since most collections have none in most syncs.
final class StagingTables {
  let connection: SQLiteConnection
  /// Finds and compares the row with a record's identifier.
  let find: SQLiteStatement
  /// Stages a record.
  let insert: SQLiteStatement
  /// The records that are going to be added.
  let added: NewRecords
  /// Whether there is no row yet to compare with, as in the first sync.
  let isCollectionEmpty: Bool

  init(of collection: CatalogueCollection, _ sql: StagingSQL, on connection: SQLiteConnection, at time: Instant) throws
  {
    self.connection = connection
    try connection.executeScript(sql.tables)
    find = try connection.statement(sql.find)
    insert = try connection.statement(sql.insert)
    added = try NewRecords(collection, connection, at: time)
    isCollectionEmpty = try connection.query(sql.hasRows) { try $0.integer() } == [0]
  }
}
