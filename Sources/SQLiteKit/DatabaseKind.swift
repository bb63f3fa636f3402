/// Which program's database a file is, and how people name another one.
package struct DatabaseKind: Equatable, Sendable {
  /// Four letters as a number, written in the header of every database of this kind.
  package let applicationID: UInt32
  /// Whose it is, as the middle of a sentence.
  package let owner: String
  /// How a database is named, as the start of a clause that ends with a path, such as "set PIVOTAL_DATABASE to".
  package let naming: String
  /// The steps of its schema, in order; new ones go to the end.
  package let migrations: [Migration]

  /// Makes a kind from its parts.
  package init(applicationID: UInt32, owner: String, naming: String, migrations: [Migration]) {
    self.applicationID = applicationID
    self.owner = owner
    self.naming = naming
    self.migrations = migrations
  }
}
