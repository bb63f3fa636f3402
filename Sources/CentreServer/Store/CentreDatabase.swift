import Assets
import EventModel
import SQLiteKit

extension DatabaseKind {
  /// A database of a Resources Centre's; the number is "RCtr".
  static let centre = DatabaseKind(
    applicationID: 0x5243_7472, owner: "the Resources Centre", naming: "give --data", migrations: centreMigrations)

  /// All steps of the schema in order; new ones go to the end.
  static let centreMigrations = [
    Migration(name: "0001-catalogue", sql: String(cString: schema_centre_0001_catalogue())),
    Migration(name: "0002-listing-order", sql: String(cString: schema_centre_0002_listing_order())),
  ]
}

extension SQLiteValue {
  /// An instant, as microseconds.
  static func instant(_ instant: Instant) -> SQLiteValue { .integer(instant.microseconds) }

  /// An instant as microseconds, or null for nil.
  static func optional(_ instant: Instant?) -> SQLiteValue { instant.map(SQLiteValue.instant) ?? .null }
}

extension SQLiteRow {
  /// Reads the next column as an instant that can be written down.
  mutating func instant() throws -> Instant { try Self.instant(integer()) }

  /// Reads the next column as an instant, nil where it is null.
  mutating func optionalInstant() throws -> Instant? { try optionalInteger().map(Self.instant) }

  private static func instant(_ microseconds: Int64) throws -> Instant {
    let instant = Instant(microseconds: microseconds)
    guard instant >= .earliest, instant <= .latest else {
      throw SQLiteError.mismatch("a column does not hold a time")
    }
    return instant
  }
}
