#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  /// The memory of a sync does not grow with what the Centre has.
  @Suite struct SyncMemoryTests {
    /// A speaker of about half a kilobyte.
    @Sendable private static func record(_ number: Int) -> String {
      "{\"id\":\"sp-\(number)\",\"name\":\"Speaker \(number)\",\"title\":\"Engineer\",\"bio\":\"\(bio)\","
        + "\"updated_at\":\"2026-01-01T00:00:00Z\"}"
    }

    private static let bio = String(repeating: "Talks, papers and teaching. ", count: 14)

    @Test func `Ten times as many speakers, about 45 MB more, take hardly more memory, in one answer and in pages`()
      async throws
    {
      async let few = peak(10_000, pages: 1)
      async let whole = peak(100_000, pages: 1)
      async let paged = peak(100_000, pages: 20)
      let (small, large, pages) = try await (few, whole, paged)
      // The database's cache fills up to 24 MB, and then no more.
      #expect(large - small < 32 << 20, "\(small) and \(large) bytes")
      #expect(pages - small < 32 << 20, "\(small) and \(pages) bytes")
    }

    @Test(arguments: [[], ["--full"], ["--dry-run"], ["--dry-run", "--json"]])
    func `Nor do more rows that are as they were, or that a plan names, take more memory`(_ options: [String]) throws {
      let (small, large) = (try laterPeak(4_000, options), try laterPeak(40_000, options))
      #expect(large - small < 32 << 20, "\(small) and \(large) bytes")
    }

    /// The most memory that a sync takes after the first one; where it only plans, all rows have another name by then.
    private func laterPeak(_ count: Int, _ options: [String]) throws -> Int {
      let isPlan = options.contains("--dry-run")
      let centre = try FaultyCentre([
        "organizers": .json("{\"organizers\":[]}"), "sponsors": .json("{\"sponsors\":[]}"),
        "speakers": .made(opening: "{\"speakers\":[", records: 0..<count, record: Self.record),
      ])
      let place = try SyncPlace(centre.url)
      #expect(try place.sync("--max-time", "500").status == 0)
      if isPlan {
        centre.answer(
          "speakers",
          with: .made(opening: "{\"speakers\":[", records: 0..<count) {
            Self.record($0).replacing("\"Speaker", with: "\"Renamed").replacing("2026-01-01", with: "2026-02-02")
          })
      }
      return try peak(of: place, options)
    }

    /// The most memory that one sync takes.
    private func peak(of place: SyncPlace, _ options: [String]) throws -> Int {
      let program = try place.start(["--max-time", "500"] + options)
      var peak = 0
      #expect(
        isMet(within: .seconds(500)) {
          peak = max(peak, program.peakMemory ?? 0)
          return program.hasEnded
        })
      #expect(try program.finish().status == 0)
      return peak
    }

    /// The same on a thread that may wait.
    private func peak(_ count: Int, pages: Int) async throws -> Int {
      try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try measuredPeak(count, pages: pages) }) }
      }
    }

    /// The most memory that the first sync of so many speakers takes.
    private func measuredPeak(_ count: Int, pages: Int) throws -> Int {
      let centre = try FaultyCentre([
        "organizers": .json("{\"organizers\":[]}"), "sponsors": .json("{\"sponsors\":[]}"),
      ])
      for page in 0..<pages {
        centre.answer(
          page == 0 ? "speakers" : "page-\(page)",
          with: .made(
            opening: "{\"speakers\":[", records: count / pages * page..<count / pages * (page + 1),
            next: page + 1 < pages ? "/api/v1/page-\(page + 1)" : nil, record: Self.record))
      }
      let place = try SyncPlace(centre.url)
      let peak = try peak(of: place, [])
      #expect(try place.rows("SELECT count(*) FROM speakers") == ["\(count)"])
      return peak
    }
  }
#endif
