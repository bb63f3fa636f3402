import EventModel

/// The statements of a staging, which differ from collection to collection by the table's name and columns.
struct StagingSQL {
  private let name: String
  private let table: String
  private let members: [String]

  init(_ collection: CatalogueCollection) {
    name = collection.rawValue
    table = "main.\(name)"
    members = collection.members
  }

  /// The temporary tables: what is staged, and the rows that are going to be missing.
  var tables: String {
    """
    CREATE TEMP TABLE staged (
      position INTEGER PRIMARY KEY, external_id TEXT NOT NULL, \(columns("TEXT NOT NULL")), remote_updated_at TEXT,
      kind INTEGER NOT NULL, note TEXT, page INTEGER NOT NULL, superseded INTEGER, is_deleted INTEGER NOT NULL,
      is_renamed INTEGER NOT NULL, row INTEGER, basis TEXT
    ) STRICT;
    CREATE UNIQUE INDEX temp.staged_external_id ON staged (external_id) WHERE superseded IS NULL;
    CREATE INDEX temp.staged_row ON staged (row) WHERE row IS NOT NULL;
    CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY, external_id TEXT, basis TEXT) STRICT;
    """
  }

  /// Finds the row with a record's identifier and compares it.
  var find: String {
    """
    SELECT id, remote_updated_at, missing_since IS NOT NULL, edited_at IS NOT NULL, \(members.comparison), name IS ?2
    FROM \(table) WHERE external_id = ?1
    """
  }

  /// Finds what is staged with a record's identifier and compares it.
  var findStaged: String {
    """
    SELECT position, kind, page, remote_updated_at, name, is_deleted, \(members.comparison)
    FROM temp.staged WHERE external_id = ?1 AND superseded IS NULL
    """
  }

  /// Stages a record: identifier, values, time, kind, note, page, whether deleted, whether renamed or back, and its row.
  ///
  /// The row's own time of change is kept, to see later whether somebody else has changed it.
  var insert: String {
    """
    INSERT OR IGNORE INTO temp.staged
      (external_id, \(list), remote_updated_at, kind, note, page, is_deleted, is_renamed, row, basis)
    VALUES (?1, \((0...members.count + 6).map { "?\($0 + 2)" }.joined(separator: ", ")),
      (SELECT updated_at FROM \(table) WHERE id = ?\(members.count + 8)))
    """
  }

  /// Counts the rows that are there to choose from and come from the Centre.
  ///
  /// Few rows are missing: those are found by the index on the name, and no other row has to be read.
  var countPresent: String {
    """
    SELECT (\(countRows)) - (
      SELECT count(*) FROM (SELECT id FROM \(table) WHERE missing_since IS NOT NULL) m
      CROSS JOIN \(table) t ON t.id = m.id WHERE t.external_id IS NOT NULL)
    """
  }

  /// Whether there is any row that comes from the Centre.
  var hasRows: String { "SELECT EXISTS (SELECT 1 FROM \(table) WHERE external_id IS NOT NULL)" }

  /// Whether anything is staged that changes a row.
  var hasChanges: String {
    """
    SELECT EXISTS (SELECT 1 FROM temp.gone) OR EXISTS (SELECT 1 FROM \(ofRows) AND kind IN (\(updates), \(relists)))
    """
  }

  /// Counts all rows that come from the Centre, by their index alone.
  var countRows: String { "SELECT count(*) FROM \(table) WHERE external_id IS NOT NULL" }

  /// Lists the rows that are there to choose from and come from the Centre.
  var presentRows: String { "SELECT id FROM \(table) WHERE external_id IS NOT NULL AND missing_since IS NULL" }

  /// Takes over what the Centre says it has deleted.
  var stageRemoved: String {
    """
    DELETE FROM temp.gone;
    INSERT INTO temp.gone SELECT row, external_id, basis FROM \(ofRows) AND kind = \(StagedAction.Kind.remove.rawValue);
    """
  }

  /// Takes over one row that the Centre does not list.
  var stageUnlisted: String {
    "INSERT OR IGNORE INTO temp.gone SELECT id, external_id, updated_at FROM \(table) WHERE id = ?"
  }

  /// The rows of which there is more to say than a count.
  var notes: String {
    """
    SELECT s.note, s.external_id, t.name, CASE WHEN s.kind = \(updates) AND s.name IS NOT t.name THEN s.name END
    FROM (SELECT * FROM \(ofRows) AND note IS NOT NULL) s CROSS JOIN \(table) t ON t.id = s.row ORDER BY s.position
    LIMIT ?
    """
  }

  /// Counts the rows of which there is more to say, those that are going to be missing among them, and those that come back.
  var countNotes: String {
    """
    SELECT count(*) + (SELECT count(*) FROM temp.gone), count(*) FILTER (WHERE note = 'returned')
    FROM \(ofRows) AND note IS NOT NULL
    """
  }

  /// The rows that are going to be missing; CROSS JOIN keeps SQLite from going through all names for their order.
  var missing: String {
    "SELECT t.external_id, t.name FROM temp.gone g CROSS JOIN \(table) t ON t.id = g.id ORDER BY t.name, t.id LIMIT ?"
  }

  /// The rows that are going to change: the values before, then those after.
  var changed: String {
    """
    SELECT \(members.map { "t.\($0)" }.joined(separator: ", ")), \(members.map { "s.\($0)" }.joined(separator: ", "))
    FROM (SELECT * FROM \(ofRows) AND kind = \(updates)) s
    CROSS JOIN \(table) t ON t.id = s.row ORDER BY s.position LIMIT ?
    """
  }

  /// Counts those.
  var countChanged: String { "SELECT count(*) FROM \(ofRows) AND kind = \(updates)" }

  /// Counts the rows that somebody else has changed since they were compared, or whose number another row has by now.
  var countOverwritten: String {
    """
    SELECT count(*) FROM (
      SELECT row, external_id, basis FROM \(ofRows) AND kind IN (\(updates), \(relists))
      UNION ALL SELECT id, external_id, basis FROM temp.gone) s
    WHERE (SELECT updated_at FROM \(table) WHERE id = s.row AND external_id IS s.external_id) IS NOT s.basis
    """
  }

  /// Makes the changes to rows that are here; each statement takes the time of day.
  ///
  /// Most changes leave the name as it was, and leave the index on it alone, which is half of what there is to write.
  var applied: [String] {
    [
      update(members.filter { $0 != "name" }, ofRenamed: false),
      update(members, besides: ["missing_since = NULL"], ofRenamed: true), relist, remove,
    ]
  }

  private func update(_ members: [String], besides: [String] = [], ofRenamed: Bool) -> String {
    // A record without a time brings new values, but what is known of the time stays. An error ends the transaction, so
    // that SQLite need not be able to undo the statement alone, which would have it copy every page.
    """
    UPDATE OR ROLLBACK \(table) SET
      \((members.map { "\($0) = s.\($0)" } + besides).joined(separator: ", ")),
      remote_updated_at = coalesce(s.remote_updated_at, \(name).remote_updated_at), edited_at = NULL, updated_at = ?
    FROM temp.staged s INDEXED BY staged_row
    WHERE s.row = \(name).id AND s.row IS NOT NULL AND s.superseded IS NULL AND s.kind = \(updates)
      AND \(ofRenamed ? "s.is_renamed" : "NOT s.is_renamed")
    """
  }

  private var relist: String {
    """
    UPDATE OR ROLLBACK \(table) SET missing_since = NULL, updated_at = ?
    WHERE id IN (SELECT row FROM \(ofRows) AND kind = \(relists))
    """
  }

  private var remove: String {
    """
    UPDATE OR ROLLBACK \(table) SET missing_since = ?1, updated_at = ?1 WHERE id IN (SELECT id FROM temp.gone)
      AND external_id IS NOT NULL
    """
  }

  private var valid: String { "superseded IS NULL" }

  /// What is staged for rows that are here, found without going through all that is new.
  private var ofRows: String { "temp.staged INDEXED BY staged_row WHERE row IS NOT NULL AND \(valid)" }

  private var updates: Int64 { StagedAction.Kind.update.rawValue }
  private var relists: Int64 { StagedAction.Kind.relist.rawValue }
  private var list: String { members.joined(separator: ", ") }

  private func columns(_ type: String) -> String { members.map { "\($0) \(type)" }.joined(separator: ", ") }
}

extension [String] {
  /// Whether the values of these columns are those of a record, whose identifier is the first placeholder.
  var comparison: String { enumerated().map { "\($1) IS ?\($0 + 2)" }.joined(separator: " AND ") }
}
