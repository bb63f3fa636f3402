/// One query in one shard: finds the rows, counts them, and offers the best.
///
/// The rows that match at a level or better are those in the sets of all words of the query. So level after level is
/// added to the sets; the rows that come in with a level are those whose worst word has it, and rank after all before.
struct ShardSearch {
  private let shard: Shard
  private let query: [QueryWord]
  /// The number of the shard's first row in the whole index.
  private let base: Int
  private(set) var matches: WordMatches
  /// The rows found so far.
  private(set) var found: RowSet

  /// So many rows are looked at one by one rather than put together from the lists of many words.
  private static let fewRows = 128
  /// Of more rows than this that match equally well, only those are looked at which the order puts first.
  private static let someEqualRows = 32

  init(_ query: [QueryWord], in shard: Shard, base: Int, extending known: ShardMemory?) {
    self.shard = shard
    self.query = query
    self.base = base
    let lists = query.indices.map { number in
      known.flatMap { $0.words.indices.contains(number) ? $0.words[number] : nil }
    }
    matches = WordMatches(query, in: shard, extending: lists)
    found = RowSet(rows: shard.count)
  }

  /// What a query that extends this one can start from.
  var memory: ShardMemory { ShardMemory(words: matches.words, found: found, count: found.count) }

  // MARK: - Without typos

  /// Finds the rows in which each word matches without a typo; the result is how many.
  mutating func findExact(_ best: inout BestRows, among known: ShardMemory?) -> Int {
    guard matches.rowCounts.allSatisfy({ $0 > 0 }), let fewest = matches.rowCounts.min() else { return 0 }
    let all = matches.rowCounts.reduce(0, &+)
    if let known, known.count < Self.fewRows {
      return findGraded(known.found, &best)
    }
    // Where one word is rare, a look at its rows is less than to put together those of the others.
    if fewest < Self.fewRows, all > 16 * fewest, query.count > 1,
      let number = matches.rowCounts.firstIndex(of: fewest)
    {
      return findGraded(union(of: number, kinds: MatchKind.exact), &best)
    }
    return findByLevels(&best)
  }

  private func offer(_ row: Int, _ match: RowMatch, _ best: inout BestRows) {
    best.offer(
      RowRank(
        match, usage: shard.usage.isEmpty ? 0 : shard.usage[row] ?? 0,
        nameLengthClass: Shard.nameLengthClass(Int(shard.rows.counts(of: row).pieces)), index: base + row))
  }

  private mutating func findByLevels(_ best: inout BestRows) -> Int {
    var sets = query.map { _ in RowSet(rows: shard.count) }
    var sums = SumPlanes(rows: shard.count, digits: Self.digits(query.count))
    var total = 0
    for level in 0..<MatchLevel.exactCount {
      let match = RowMatch(worst: level, sum: Int(level))
      guard best.admits(RowRank.leastKey(match)) else { return total + countRest(from: level, &sets) }
      if addRows(of: level, to: &sets) {
        let new = takeNew(intersection(sets))
        total += new.count
        offerRows(new.rows, new.count, match, &sums, &best)
      }
      if query.count > 1 { sets.forEach { sums.incrementAll(but: $0) } }
    }
    return total
  }

  /// Where no row of a level or a worse one can be among the best any more, they only have to be counted.
  private mutating func countRest(from level: UInt8, _ sets: inout [RowSet]) -> Int {
    for number in query.indices {
      if let rows = shard.rows(withLetter: query[number]) {
        sets[number].formUnion(rows)
      } else {
        for level in level..<MatchLevel.exactCount { _ = addRows(of: level, number, to: &sets[number]) }
      }
    }
    return takeNew(intersection(sets)).count
  }

  /// Those of some rows that were not found before.
  private mutating func takeNew(_ rows: RowSet) -> (rows: RowSet, count: Int) {
    var new = rows
    new.subtract(found)
    found.formUnion(new)
    return (new, new.count)
  }

  /// How many binary digits hold the sum of the levels of so many words.
  private static func digits(_ words: Int) -> Int {
    Int.bitWidth - (words * Int(MatchLevel.exactCount)).leadingZeroBitCount
  }

  private func addRows(of level: UInt8, to sets: inout [RowSet]) -> Bool {
    var isChanged = false
    for number in sets.indices where addRows(of: level, number, to: &sets[number]) { isChanged = true }
    return isChanged
  }

  private func addRows(of level: UInt8, _ number: Int, to set: inout RowSet) -> Bool {
    shard.postings.add(matches.words[number][Int(level / 3)], in: Int(level % 3), to: &set)
  }

  private func intersection(_ sets: [RowSet]) -> RowSet {
    guard var result = sets.first else { return RowSet(rows: shard.count) }
    for set in sets.dropFirst() { result.formIntersection(set) }
    return result
  }

  private func union(of number: Int, kinds: [MatchKind]) -> RowSet {
    var result = RowSet(rows: shard.count)
    for kind in kinds {
      let words = matches.words[number][Int(kind.rawValue)]
      for field in 0..<3 { _ = shard.postings.add(words, in: field, to: &result) }
    }
    return result
  }

  // MARK: - The best of many

  /// Offers the rows of a set that match equally well as far as is known; where they are many, only as many as the
  /// order of hits puts first.
  private func offerRows(
    _ rows: RowSet, _ count: Int, _ match: RowMatch, _ sums: inout SumPlanes, _ best: inout BestRows
  ) {
    guard count > 0, best.admits(RowRank.leastKey(match)) else { return }
    var grader = RowGrader(matches, in: shard)
    // At the best level, all words are at it.
    let areEqual = query.count == 1 || match.worst == 0
    guard count > max(areEqual ? Self.someEqualRows : Self.fewRows, best.limit) else {
      rows.forEach { row in
        if let match = grader.match(of: row) { offer(row, match, &best) }
        return true
      }
      return
    }
    var crowd = Crowd(matches, in: shard, upTo: match.worst)
    guard !areEqual else { return offerMany(rows, match, &crowd, &grader, &best) }
    var rest = count
    var match = match
    while rest > 0, match.sum <= Int(match.worst) * query.count, best.admits(RowRank.leastKey(match)) {
      let equal = sums.rows(of: rows, withSum: match.sum)
      let equalCount = equal.count
      rest -= equalCount
      if equalCount > 0 { offerMany(equal, match, &crowd, &grader, &best) }
      match.sum += 1
    }
  }

  /// Offers rows that differ only in how often they were chosen, in the length of the name, and in whether words of
  /// the query share a word of theirs.
  private func offerMany(
    _ rows: RowSet, _ match: RowMatch, _ crowd: inout Crowd, _ grader: inout RowGrader, _ best: inout BestRows
  ) {
    for row in shard.usage.keys where rows.contains(row) {
      if let match = grader.match(of: row) { offer(row, match, &best) }
    }
    for (lengthClass, lengths) in shard.byNameLength.enumerated() {
      let keys = RowRank.keys(match, nameLengthClass: lengthClass)
      guard best.admits(keys.apart) else { return }
      var rest = best.limit
      var equal = rows
      equal.formIntersection(lengths)
      equal.forEach { row in
        guard shard.usage.isEmpty || shard.usage[row] == nil else { return true }
        // With enough rows in which words share one, only others are still of interest.
        guard query.count == 1 || best.admits(keys.sharing) || crowd.mayBeApart(row) else { return true }
        guard let match = grader.match(of: row) else { return true }
        offer(row, match, &best)
        if !match.isSharing { rest -= 1 }
        return rest > 0 && best.admits(keys.apart)
      }
      if rest <= 0 { return }
    }
  }

  // MARK: - With typos

  /// Finds further rows in which one word matches with a typo; the result is how many.
  mutating func findWithOneTypo(_ best: inout BestRows) -> Int {
    for (number, word) in query.enumerated() { matches.addTypos(of: word, number: number, in: shard) }
    if query.count == 1 { return findTyposByLevels(&best) }
    var rows = RowSet(rows: shard.count)
    for number in query.indices { rows.formUnion(rowsWithTypo(in: number)) }
    rows.subtract(found)
    return findGraded(rows, &best) { $0 == 1 }
  }

  /// Finds further rows in which more words than one match with a typo; the result is how many.
  mutating func findWithMoreTypos(_ best: inout BestRows) -> Int {
    guard matches.words.allSatisfy({ $0.contains { !$0.isEmpty } }) else { return 0 }
    var rows = intersection(query.indices.map { union(of: $0, kinds: MatchKind.allCases) })
    rows.subtract(found)
    return findGraded(rows, &best) { $0 > 1 }
  }

  private func rowsWithTypo(in number: Int) -> RowSet {
    for other in query.indices where other != number && matches.rowCounts[other] == 0 {
      return RowSet(rows: shard.count)
    }
    var result = union(of: number, kinds: MatchKind.withTypo)
    for other in query.indices where other != number {
      if result.isEmpty { break }
      // A few are sooner looked at than put together with all rows of the other words.
      guard result.count > Self.fewRows else { break }
      result.formIntersection(union(of: other, kinds: MatchKind.exact))
    }
    return result
  }

  /// Looks at rows one by one, and takes those whose number of typos is wanted.
  @inline(__always)
  private mutating func findGraded(
    _ rows: RowSet, _ best: inout BestRows, _ isWanted: (Int) -> Bool = { _ in true }
  ) -> Int {
    var grader = RowGrader(matches, in: shard)
    var count = 0
    rows.forEach { row in
      guard let match = grader.match(of: row), isWanted(match.typos) else { return true }
      count += 1
      found.insert(row)
      offer(row, match, &best)
      return true
    }
    return count
  }

  private mutating func findTyposByLevels(_ best: inout BestRows) -> Int {
    var sets = [RowSet(rows: shard.count)]
    // With one word there is nothing to add up.
    var sums = SumPlanes(rows: 0, digits: 0)
    var total = 0
    for level in MatchLevel.exactCount..<MatchLevel.count where addRows(of: level, to: &sets) {
      let new = takeNew(sets[0])
      total += new.count
      offerRows(new.rows, new.count, RowMatch(typos: 1, worst: level, sum: Int(level)), &sums, &best)
    }
    return total
  }
}
