/// One step of a schema: a name for good, and the SQL that takes the database from the step before to this one.
package struct Migration: Equatable, Sendable {
  /// The name it is recorded under; never changed.
  package let name: String
  /// Its statements; never changed once released.
  package let sql: String

  /// Makes a step from its name and its statements.
  package init(name: String, sql: String) {
    self.name = name
    self.sql = sql
  }
}
