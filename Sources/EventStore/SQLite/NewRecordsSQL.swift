import EventModel

/// The statements for the records that are going to be added to a collection.
struct NewRecordsSQL {
  private let collection: String
  private let members: [String]

  init(_ collection: CatalogueCollection) {
    self.collection = "main.\(collection.rawValue)"
    members = collection.members
  }

  /// The temporary table, with the columns of the collection's own in their order.
  ///
  /// Only a table that is made the same way does SQLite take over as it lies. The identifier of a row that another one
  /// has taken the place of is null, as that of any number of rows may be.
  var table: String {
    """
    CREATE TEMP TABLE added (
      id INTEGER PRIMARY KEY, external_id TEXT UNIQUE, \(members.map { "\($0) TEXT NOT NULL" }.joined(separator: ", ")),
      remote_updated_at TEXT, missing_since TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, edited_at TEXT
    ) STRICT;
    """
  }

  /// Adds a record unless one with its identifier is there: its texts, its time, the time of day, the row's number.
  var insert: String {
    let now = members.count + 3
    return """
      INSERT OR IGNORE INTO temp.added (\(columns), id)
      VALUES (\((1...now).map { "?\($0)" }.joined(separator: ", ")), ?\(now), ?\(now + 1))
      """
  }

  /// Finds what is there with a record's identifier and compares it.
  var find: String {
    "SELECT id, remote_updated_at, name, \(members.comparison) FROM temp.added WHERE external_id = ?1"
  }

  /// The names in the order they came.
  var names: String { "SELECT name FROM temp.added WHERE external_id IS NOT NULL ORDER BY id LIMIT ?" }

  /// Whether the collection has no row at all, from the Centre or made here.
  var isCollectionEmpty: String { "SELECT NOT EXISTS (SELECT 1 FROM \(collection))" }

  /// The index that the collection's own table has besides; sorting it at the end is quicker than keeping it in order.
  var index: String { "CREATE INDEX temp.added_name ON added (name, missing_since)" }

  /// Copies all rows and index entries as they lie.
  var takeOver: String { "INSERT INTO \(collection) SELECT * FROM temp.added" }

  /// Adds row by row, with new numbers.
  var addEach: String { "INSERT INTO \(collection) (\(columns)) SELECT \(columns) FROM temp.added ORDER BY id" }

  private var columns: String {
    "external_id, \(members.joined(separator: ", ")), remote_updated_at, created_at, updated_at"
  }
}
