import Foundation

/// An instant, and what there is to say about how it was found.
struct ResolvedDate: Equatable, Sendable {
  let instant: Instant
  /// Words behind the reading, each part with its comma: `, happens twice: …`.
  let note: String
}

/// Makes instants of what clocks show in one zone.
struct DateResolver: Sendable {
  let zone: TimeZone

  /// The instants at which the clocks show a time on a day, earliest first; at least one.
  ///
  /// An offset picks one of two, or gives the instant by itself.
  func candidates(
    _ day: CivilDay, _ clock: ClockTime, _ offset: WrittenOffset?
  ) throws(DateMistake) -> [ResolvedDate] {
    let local = LocalTime(day: day, clock: clock)
    let moments = zone.moments(showing: local.wallSecond)
    if let offset { return [try single(local, offset, among: moments)] }
    guard !moments.isEmpty else {
      // A day whose clocks skip its last moment ends when they do.
      if clock == .endOfDay { return [try resolved(zone.jump(over: local.wallSecond), clock)] }
      throw gap(local)
    }
    guard moments.count > 1 else { return [try resolved(moments[0], clock)] }
    return try resolvedTwice(moments, local)
  }

  /// The first instant, from a limit on, at which the clocks show a time; looked for on a day and the next.
  func next(
    _ clock: ClockTime, _ offset: WrittenOffset?, on day: CivilDay, where isLateEnough: (Instant) -> Bool
  ) throws(DateMistake) -> ResolvedDate {
    for days in 0...1 {
      guard let day = day.adding(days: days) else { break }
      if let found = try candidates(day, clock, offset).first(where: { isLateEnough($0.instant) }) { return found }
    }
    throw .outsideYears
  }

  /// The instant a length after another one.
  func instant(_ start: Instant, after length: Length) throws(DateMistake) -> ResolvedDate {
    var from = ResolvedDate(instant: start, note: "")
    if length.days != 0 {
      let local = LocalTime(start, in: zone)
      guard let day = local.day.adding(days: length.days) else { throw .outsideYears }
      guard let found = try candidates(day, local.clock, nil).first else { throw .outsideYears }
      from = found
    }
    guard length.seconds != 0 else { return from }
    let seconds = from.instant.seconds + Int64(length.seconds)
    guard let end = Instant(seconds: seconds, microseconds: from.instant.fraction) else { throw .outsideYears }
    return ResolvedDate(instant: end, note: "")
  }

  private func resolved(_ moment: Int, _ clock: ClockTime, note: String = "") throws(DateMistake) -> ResolvedDate {
    guard let instant = Instant(seconds: Int64(moment), microseconds: Int64(clock.microsecond)) else {
      throw .outsideYears
    }
    return ResolvedDate(instant: instant, note: note)
  }

  private func resolvedTwice(_ moments: [Int], _ local: LocalTime) throws(DateMistake) -> [ResolvedDate] {
    var found: [ResolvedDate] = []
    for (index, moment) in moments.enumerated() {
      let other = offsetText(zone.offset(at: moments[index == 0 ? 1 : 0]))
      let (taken, left) = index == 0 ? ("first", "second") : ("second", "first")
      let note = ", happens twice: the \(taken) is taken, write \(local.clock.text) \(other) for the \(left)"
      found.append(try resolved(moment, local.clock, note: note))
    }
    return found
  }
}

// MARK: - Offsets and gaps

extension DateResolver {
  private func single(
    _ local: LocalTime, _ offset: WrittenOffset, among moments: [Int]
  ) throws(DateMistake) -> ResolvedDate {
    let moment = local.wallSecond - offset.seconds
    guard offset.kind == .anywhere || moments.contains(moment) else { throw foreign(offset, local) }
    let shown = zone.moments(showing: moment + zone.offset(at: moment))
    let note = shown.count < 2 ? "" : ", the \(moment == shown.first ? "first" : "second") of two"
    return try resolved(moment, local.clock, note: note)
  }

  private func foreign(_ offset: WrittenOffset, _ local: LocalTime) -> DateMistake {
    guard offset.kind == .orRange else {
      return DateMistake("\(zone.displayName) is not on \(offset.text) at \(local.fullText)")
    }
    let text = "'\(local.clock.text)\(offset.text)'"
    return DateMistake("\(text) looks like two times: write the second one under Ends")
  }

  private func gap(_ local: LocalTime) -> DateMistake {
    let moment = zone.jump(over: local.wallSecond)
    let from = LocalTime(wallSecond: moment + zone.offset(at: moment - 1))
    let to = LocalTime(wallSecond: moment + zone.offset(at: moment))
    let jump = from.day == to.day ? "\(from.clock.text) to \(to.clock.text)" : "\(from.shortText) to \(to.shortText)"
    let time = "\(local.clock.text) on \(local.day.fullText)"
    return DateMistake("\(time) does not exist in \(zone.displayName): the clocks go from \(jump)")
  }
}

extension LocalTime {
  /// `Tue 24 Nov 2026 14:00`.
  var fullText: String { "\(day.fullText) \(clock.text)" }
}
