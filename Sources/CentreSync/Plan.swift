import EventModel
import EventStore

/// What a sync is going to do with one collection.
struct Plan: Equatable {
  /// What becomes of one record.
  enum Decision { case create, update, keep }

  let collection: CatalogueCollection
  private(set) var created: [CatalogueRecord] = []
  private(set) var updated: [CatalogueRecord] = []
  var unchanged = 0
  var problems: [SyncProblem]

  init(collection: CatalogueCollection, problems: [SyncProblem] = []) {
    self.collection = collection
    self.problems = problems
  }

  mutating func add(_ record: CatalogueRecord, as decision: Decision) {
    switch decision {
    case .create: created.append(record)
    case .update: updated.append(record)
    case .keep: unchanged += 1
    }
  }

  /// What the store has to do; nil where there is nothing.
  var changes: CatalogueChanges? {
    if created.isEmpty && updated.isEmpty { return nil }
    return CatalogueChanges(collection: collection, created: created, updated: updated)
  }

  /// What there is to say once it is done.
  var outcome: SyncOutcome {
    var outcome = SyncOutcome()
    outcome.created = created.count
    outcome.updated = updated.count
    outcome.unchanged = unchanged
    outcome.problems = problems
    return outcome
  }
}
