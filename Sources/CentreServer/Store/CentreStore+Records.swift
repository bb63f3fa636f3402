import EventModel
import JSONStream

extension CentreStore {
  /// Adds a record.
  ///
  /// - Parameters:
  ///   - members: Its members as texts, by name.
  ///   - id: Its identifier, which no other record of the collection has.
  ///   - collection: What it is.
  ///   - now: The present.
  /// - Throws: ``CentreError`` where a member is wrong or the identifier is taken.
  public func add(
    _ members: [String: String], id: String, to collection: CentreCollection, at now: Instant
  ) throws {
    let texts = members.map { JSONMember($0.key, .string($0.value)) }
    let record = try CentreRecord(named: [JSONMember("id", .string(id))] + texts, in: collection)
    let isTaken = try !matches(id, in: collection).isEmpty
    guard !isTaken else {
      throw CentreError("There is a \(collection.singular) \(id) already; choose another --id, or edit that one.")
    }
    _ = try change(at: now) { try $0.put(record, in: collection, times: .given) }
  }

  /// Gives some members of a record other texts, leaves the rest, and tells the name it has then.
  ///
  /// It is found by its identifier, or by its whole name where only one is called so.
  @discardableResult
  public func edit(
    _ reference: String, _ members: [String: String], in collection: CentreCollection, at now: Instant
  ) throws -> String {
    let found = try theOne(reference, in: collection)
    var kept = (try JSONValue(parsing: found.body).members ?? []).filter { members[$0.key] == nil }
    kept += members.map { JSONMember($0.key, .string($0.value)) }
    let record = try CentreRecord(named: kept, in: collection)
    _ = try change(at: now) { try $0.put(record, in: collection, times: .given) }
    return record.name
  }

  /// Deletes a record and tells its name; what clients see of it from now on is that it is gone.
  ///
  /// It is found by its identifier, or by its whole name where only one is called so.
  @discardableResult
  public func remove(_ reference: String, from collection: CentreCollection, at now: Instant) throws -> String {
    let found = try theOne(reference, in: collection)
    let identifier = try JSONValue(parsing: found.body)["id"]?.identifier
    guard let identifier, try change(at: now, { try $0.remove(identifier, from: collection) }) else {
      throw Self.missing(reference, in: collection)
    }
    return found.name
  }

  private func theOne(_ reference: String, in collection: CentreCollection) throws -> (name: String, body: String) {
    let found = try matches(reference, in: collection)
    guard let first = found.first else { throw Self.missing(reference, in: collection) }
    if let exact = found.first(where: { $0.id == reference }) { return (exact.name, exact.body) }
    guard found.count == 1 else {
      let ids = found.map(\.id).joined(separator: ", ")
      throw CentreError("\(found.count) \(collection.rawValue) are called \(reference); give one of their ids: \(ids).")
    }
    return (first.name, first.body)
  }

  private func matches(
    _ reference: String, in collection: CentreCollection
  ) throws -> [(id: String, name: String, body: String)] {
    let snapshot = try snapshot()
    return try translatingErrors(of: file) {
      try snapshot.query(
        """
        SELECT id, name, body FROM \(collection.rawValue) WHERE deleted_at IS NULL AND (id = ?1 OR name = ?1)
        ORDER BY position LIMIT 20
        """, [.text(reference)]
      ) { (try $0.text(), try $0.text(), try $0.text()) }
    }
  }

  private static func missing(_ reference: String, in collection: CentreCollection) -> CentreError {
    CentreError("There is no \(collection.singular) with the id or the name \(reference); look it up and try again.")
  }
}

extension CentreRecord {
  /// Checks what was typed, and says in a sentence what is wrong.
  fileprivate init(named members: [JSONMember], in collection: CentreCollection) throws(CentreError) {
    do throws(Flaw) {
      try self.init(.object(members.filter { $0.key != "updated_at" }), in: collection)
    } catch {
      throw CentreError("This \(collection.singular) is not right: \(error.reason); correct it and try again.")
    }
  }
}
