import EventModel

/// The statements of a staging, which differ from collection to collection by the table's name and columns.
struct StagingSQL {
  private let table: String
  private let members: [String]

  init(_ collection: CatalogueCollection) {
    table = "main.\(collection.rawValue)"
    members = collection.members
  }

  /// The temporary tables: what is staged, and the rows that are going to be missing.
  var tables: String {
    """
    CREATE TEMP TABLE staged (
      position INTEGER PRIMARY KEY, external_id TEXT NOT NULL, \(columns("TEXT NOT NULL")), remote_updated_at TEXT,
      kind INTEGER NOT NULL, note TEXT, page INTEGER NOT NULL, superseded INTEGER, is_deleted INTEGER NOT NULL,
      row INTEGER, basis TEXT
    ) STRICT;
    CREATE UNIQUE INDEX temp.staged_external_id ON staged (external_id) WHERE superseded IS NULL;
    CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY) STRICT;
    """
  }

  /// Finds the row with a record's identifier and compares it.
  var find: String {
    """
    SELECT id, remote_updated_at, missing_since IS NOT NULL, edited_at IS NOT NULL, \(comparison), name IS ?2
    FROM \(table) WHERE external_id = ?1
    """
  }

  /// Finds what is staged with a record's identifier and compares it.
  var findStaged: String {
    """
    SELECT position, kind, page, remote_updated_at, name, is_deleted, \(comparison)
    FROM temp.staged WHERE external_id = ?1 AND superseded IS NULL
    """
  }

  /// Stages a record: identifier, values, time, kind, note, page, whether deleted, and the row it is for.
  ///
  /// The row's own time of change is kept, to see later whether somebody else has changed it.
  var insert: String {
    """
    INSERT OR IGNORE INTO temp.staged
      (external_id, \(list), remote_updated_at, kind, note, page, is_deleted, row, basis)
    VALUES (?1, \((0...members.count + 5).map { "?\($0 + 2)" }.joined(separator: ", ")),
      (SELECT updated_at FROM \(table) WHERE id = ?\(members.count + 7)))
    """
  }

  /// Counts the rows that are there to choose from and come from the Centre.
  var countPresent: String { "SELECT count(*) FROM \(table) WHERE external_id IS NOT NULL AND missing_since IS NULL" }

  /// Counts all rows that come from the Centre, by their index alone.
  var countRows: String { "SELECT count(*) FROM \(table) WHERE external_id IS NOT NULL" }

  /// Lists the rows that are there to choose from and come from the Centre.
  var presentRows: String { "SELECT id FROM \(table) WHERE external_id IS NOT NULL AND missing_since IS NULL" }

  /// Takes over what the Centre says it has deleted.
  var stageRemoved: String {
    """
    DELETE FROM temp.gone;
    INSERT INTO temp.gone SELECT row FROM temp.staged WHERE kind = \(StagedAction.Kind.remove.rawValue) AND \(valid);
    """
  }

  /// The rows of which there is more to say than a count.
  var notes: String {
    """
    SELECT s.note, s.external_id, t.name, s.name FROM temp.staged s JOIN \(table) t ON t.id = s.row
    WHERE s.note IS NOT NULL AND s.\(valid) ORDER BY s.position
    """
  }

  /// The rows that are going to be missing.
  var missing: String {
    "SELECT t.external_id, t.name FROM temp.gone g JOIN \(table) t ON t.id = g.id ORDER BY t.name, t.id"
  }

  /// The names that are going to come in.
  var added: String {
    "SELECT name FROM temp.staged WHERE kind = \(StagedAction.Kind.create.rawValue) AND \(valid) ORDER BY position"
  }

  /// The rows that are going to change: the values before, then those after.
  var changed: String {
    """
    SELECT \(members.map { "t.\($0)" }.joined(separator: ", ")), \(members.map { "s.\($0)" }.joined(separator: ", "))
    FROM temp.staged s JOIN \(table) t ON t.id = s.row
    WHERE s.kind = \(StagedAction.Kind.update.rawValue) AND s.\(valid) ORDER BY s.position
    """
  }

  /// Counts the rows that somebody else has changed or added since they were compared.
  var countOverwritten: String {
    """
    SELECT count(*) FROM temp.staged s LEFT JOIN \(table) t ON t.id = s.row
    WHERE s.kind IN (\(StagedAction.Kind.update.rawValue), \(StagedAction.Kind.relist.rawValue)) AND s.\(valid)
      AND t.updated_at IS NOT s.basis
    """
  }

  /// Makes the changes; each statement takes the time of day.
  var applied: [String] { [update, relist, remove, create] }

  private var update: String {
    // A record without a time brings new values, but what is known of the time stays.
    """
    UPDATE \(table) SET \(members.map { "\($0) = s.\($0)" }.joined(separator: ", ")),
      remote_updated_at = coalesce(s.remote_updated_at, \(table.dropFirst(5)).remote_updated_at),
      missing_since = NULL, edited_at = NULL, updated_at = ?
    FROM temp.staged s WHERE \(table.dropFirst(5)).id = s.row
      AND s.kind = \(StagedAction.Kind.update.rawValue) AND s.\(valid)
    """
  }

  private var relist: String {
    """
    UPDATE \(table) SET missing_since = NULL, updated_at = ?
    FROM temp.staged s WHERE \(table.dropFirst(5)).id = s.row
      AND s.kind = \(StagedAction.Kind.relist.rawValue) AND s.\(valid)
    """
  }

  private var remove: String {
    "UPDATE \(table) SET missing_since = ?1, updated_at = ?1 WHERE id IN (SELECT id FROM temp.gone)"
  }

  private var create: String {
    """
    INSERT INTO \(table) (external_id, \(list), remote_updated_at, created_at, updated_at)
    SELECT external_id, \(list), remote_updated_at, ?1, ?1 FROM temp.staged
    WHERE kind = \(StagedAction.Kind.create.rawValue) AND \(valid) ORDER BY position
    """
  }

  /// Whether the row's values are those of the record.
  private var comparison: String {
    members.enumerated().map { "\($1) IS ?\($0 + 2)" }.joined(separator: " AND ")
  }

  private var valid: String { "superseded IS NULL" }
  private var list: String { members.joined(separator: ", ") }

  private func columns(_ type: String) -> String { members.map { "\($0) \(type)" }.joined(separator: ", ") }
}
