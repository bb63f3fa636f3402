/// Opens the storage at a location, and makes it where there is none yet.
///
/// - Parameter location: The path of a database file.
/// - Returns: The storage, with the newest schema.
/// - Throws: ``StorageError/unusable(_:)`` where the location cannot be used. What stands there is left as it is.
public func openStorage(at location: String) throws -> any EventStorage {
  if namesPostgreSQL(location) { throw StorageError.unusable(noPostgreSQL) }
  return try SQLiteStorage(path: location)
}

/// Whether a location is the address of a PostgreSQL database.
func namesPostgreSQL(_ location: String) -> Bool {
  ["postgres", "postgresql"].contains { location.lowercased().hasPrefix("\($0)://") }
}

/// Why such an address is refused; it is not repeated, since it may hold a password.
let noPostgreSQL = "A PostgreSQL database cannot be used yet; set PIVOTAL_DATABASE to the path of a file instead."
