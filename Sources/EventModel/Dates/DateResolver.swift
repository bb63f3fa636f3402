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

  /// The instant at which the clocks show a time on a day, of those that are late enough.
  ///
  /// - Throws: A mistake with choices where the clocks never show the time, or twice.
  func instant(
    _ day: CivilDay, _ clock: ClockTime, _ offset: WrittenOffset?, where isLateEnough: (Instant) -> Bool = { _ in true }
  ) throws(DateMistake) -> ResolvedDate {
    let all = try candidates(day, clock, offset)
    let found = all.filter { isLateEnough($0.instant) }
    if found.count > 1 { throw twice(LocalTime(day: day, clock: clock), found) }
    guard let only = found.first ?? all.first else { throw .outsideYears }
    return only
  }

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
    var found: [ResolvedDate] = []
    for (index, moment) in moments.enumerated() {
      let note = moments.count < 2 ? "" : ", the \(index == 0 ? "first" : "second") of two"
      found.append(try resolved(moment, clock, note: note))
    }
    return found
  }

  /// The first instant, from a limit on, at which the clocks show a time; looked for on a day and the next.
  func next(
    _ clock: ClockTime, _ offset: WrittenOffset?, on day: CivilDay, where isLateEnough: (Instant) -> Bool
  ) throws(DateMistake) -> ResolvedDate {
    for days in 0...1 {
      guard let day = day.adding(days: days) else { break }
      let found = try instant(day, clock, offset, where: isLateEnough)
      if isLateEnough(found.instant) { return found }
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
    let (before, after) = (zone.offset(at: moment - 1), zone.offset(at: moment))
    let from = LocalTime(wallSecond: moment + before)
    let to = LocalTime(wallSecond: moment + after)
    let jump = from.day == to.day ? "\(from.clock.text) to \(to.clock.text)" : "\(from.shortText) to \(to.shortText)"
    let time = "\(local.clock.text) on \(local.day.fullText)"
    let choices = [
      choice("Earlier", at: local.wallSecond - after, beside: local, "before the clocks go forward"),
      choice("Later", at: local.wallSecond - before, beside: local, "after they went forward"),
    ]
    return DateMistake(
      "\(time) does not exist in \(zone.displayName): the clocks go from \(jump)", choices: choices.compactMap(\.self))
  }

  private func twice(_ local: LocalTime, _ found: [ResolvedDate]) -> DateMistake {
    let words = [("First", "before the clocks go back"), ("Second", "after they went back")]
    let choices = zip(words, found).map { words, date in
      choice(words.0, at: Int(date.instant.seconds), beside: local, words.1)
    }
    return DateMistake(
      "\(local.clock.text) on \(local.day.fullText) happens twice in \(zone.displayName): pick the first or the second",
      choices: choices.compactMap(\.self))
  }

  /// What to pick for a moment; with its day where that is not the one that was typed, with its offset where the
  /// clocks show the time twice.
  private func choice(_ name: String, at moment: Int, beside typed: LocalTime, _ words: String) -> DateChoice? {
    guard Instant(seconds: Int64(moment)) != nil else { return nil }
    let offset = zone.offset(at: moment)
    let local = LocalTime(wallSecond: moment + offset, microsecond: typed.clock.microsecond)
    let suffix = zone.moments(showing: local.wallSecond).count > 1 ? " \(offsetText(offset))" : ""
    let isNear = local.day == typed.day || typed.clock == .endOfDay
    return DateChoice(
      label: "\(name): \(isNear ? local.clock.text : local.shortText)\(suffix), \(words)",
      text: "\(local.day.isoText) \(local.clock.text)\(suffix)")
  }
}

extension LocalTime {
  /// `Tue 24 Nov 2026 14:00`.
  var fullText: String { "\(day.fullText) \(clock.text)" }
}
