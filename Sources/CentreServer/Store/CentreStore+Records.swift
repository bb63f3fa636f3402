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
    try change(at: now) { changes in
      guard try !changes.holds(id, in: collection) else {
        throw CentreError("There is a \(collection.singular) \(id) already; choose another --id, or edit that one.")
      }
      _ = try changes.put(record, in: collection, times: .given)
    }
  }

  /// Gives some members of a record other texts, leaves the rest, and tells the name it has then.
  ///
  /// It is found by its identifier, or by its whole name where only one is called so.
  @discardableResult
  public func edit(
    _ reference: String, _ members: [String: String], in collection: CentreCollection, at now: Instant
  ) throws -> String {
    try change(at: now) { changes in
      let found = try changes.theOne(reference, in: collection)
      var kept = (try JSONValue(parsing: found.body).members ?? []).filter { members[$0.key] == nil }
      kept += members.map { JSONMember($0.key, .string($0.value)) }
      let record = try CentreRecord(named: kept, in: collection)
      _ = try changes.put(record, in: collection, times: .given)
      return record.name
    }
  }

  /// Deletes a record and tells its name; what clients see of it from now on is that it is gone.
  ///
  /// It is found by its identifier, or by its whole name where only one is called so.
  @discardableResult
  public func remove(_ reference: String, from collection: CentreCollection, at now: Instant) throws -> String {
    try change(at: now) { changes in
      let found = try changes.theOne(reference, in: collection)
      let identifier = try JSONValue(parsing: found.body)["id"]?.identifier
      guard let identifier, try changes.remove(identifier, from: collection) else {
        throw CentreError.missing(reference, in: collection)
      }
      return found.name
    }
  }
}

extension CentreChanges {
  /// The record that a person means, looked up in the transaction that changes it.
  fileprivate func theOne(_ reference: String, in collection: CentreCollection) throws -> Match {
    let found = try matches(reference, in: collection)
    guard let first = found.first else { throw CentreError.missing(reference, in: collection) }
    guard found.count == 1 || first.id == reference else {
      let ids = found.map(\.id).joined(separator: ", ")
      throw CentreError("\(found.count) \(collection.rawValue) are called \(reference); give one of their ids: \(ids).")
    }
    return first
  }
}

extension CentreError {
  fileprivate static func missing(_ reference: String, in collection: CentreCollection) -> CentreError {
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
