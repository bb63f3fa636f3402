import Dispatch
import Synchronization

/// Builds a ``PeopleIndex`` from entries as they come, using all cores, and gives what is there in between.
public final class PeopleIndexBuilder {
  private let expectedCount: Int
  private let usage: Usage
  private var text = PackedText()
  private let shards = FinishedShards()
  private let group = DispatchGroup()
  private let queue = DispatchQueue(label: "pivotal.search.build", qos: .userInitiated, attributes: .concurrent)
  /// Limits the shards that are worked on at the same time, since each needs memory.
  private let places = DispatchSemaphore(value: 2)
  private var handedOver = 0

  /// Starts a build; `expectedCount` is what partial indexes say.
  public init(expectedCount: Int = 0, usage: Usage = .none) {
    self.expectedCount = expectedCount
    self.usage = usage
  }

  /// Adds an entry behind those added before.
  public func append(_ entry: SearchEntry) {
    text.append(entry)
    if text.isFull { handOver() }
  }

  /// How many of the first entries are ready for a partial index.
  public var readyCount: Int { shards.leadingCount }

  /// An index of the entries that are ready, a run of the first ones.
  public func partial() -> PeopleIndex {
    PeopleIndex(shards.leading, expectedCount: expectedCount)
  }

  /// The index of all entries.
  public func finish() -> PeopleIndex {
    if text.count > 0 { handOver() }
    group.wait()
    return PeopleIndex(shards.leading, expectedCount: 0)
  }

  private func handOver() {
    var packed = PackedText()
    swap(&packed, &text)
    packed.shrink()
    let number = handedOver
    handedOver += 1
    places.wait()
    queue.async(group: group) { [packed, usage, shards, places] in
      shards.put(Shard.make(of: packed, usage: usage), at: number)
      places.signal()
    }
  }
}

/// The shards that are ready, in their places.
private final class FinishedShards: Sendable {
  private let shards = Mutex<[Int: [Shard]]>([:])

  func put(_ made: [Shard], at number: Int) {
    shards.withLock { $0[number] = made }
  }

  /// How many entries stand before the first shard that is missing.
  var leadingCount: Int { leading.reduce(0) { $0 + $1.count } }

  /// Those before the first that is missing.
  var leading: [Shard] {
    shards.withLock { shards in
      var result: [Shard] = []
      var number = 0
      while let made = shards[number] {
        result += made
        number += 1
      }
      return result
    }
  }
}
