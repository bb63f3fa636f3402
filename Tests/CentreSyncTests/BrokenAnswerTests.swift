import Dispatch
import EventModel
import HTTPTransport
import Synchronization
import TestSupport
import Testing

@testable import CentreSync

/// Answers that break off, hang or never end: the collection fails in time, and the other two come in.
@Suite struct BrokenAnswerTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
  private static let record = "{\"id\":1,\"name\":\"Ada\"}"

  let place: Workplace

  init() throws {
    place = try Workplace()
  }

  /// Limits short enough for a test.
  private var hasty: TransferLimits {
    var limits = TransferLimits()
    limits.stallTimeout = .seconds(1)
    limits.maximumTimeWhenUnsized = .seconds(2)
    return limits
  }

  /// Syncs from a Centre whose speakers come as the test says, and gives back the sentence of their failure.
  private func sentence(_ speakers: @escaping @Sendable (RawConnection) -> Void) throws -> String {
    let centre = try FaultyCentre(speakers: .scripted(speakers))
    let run = try place.sync(from: centre.url, limits: hasty)
    #expect(run.organizers.counts == [1, 0, 0, 0])
    #expect(run.sponsors.counts == [1, 0, 0, 0])
    #expect(run.speakers.counts == [0, 0, 0, 1])
    #expect(try place.storage.speakers().isEmpty)
    #expect(run.exitStatus == 3)
    return try #require(run.speakers.failure)
  }

  @Test func `A body cut short of its length fails`() throws {
    let sentence = try sentence { connection in
      connection.send("\(Self.head)Content-Length: 1000\r\n\r\n{\"speakers\":[\(Self.record)]}")
    }
    #expect(sentence.contains("cut short"))
  }

  @Test func `A body without a length that breaks off fails, though its end looks like any other`() throws {
    let sentence = try sentence { connection in
      connection.send("HTTP/1.0 200 OK\r\n\r\n{\"speakers\":[\(Self.record),")
    }
    #expect(sentence.contains("ends before it is complete"))
  }

  @Test func `A chunked body that breaks off fails even after a whole document`() throws {
    let body = "{\"speakers\":[\(Self.record)]}"
    let sentence = try sentence { connection in
      connection.send(
        "\(Self.head)Transfer-Encoding: chunked\r\n\r\n\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n")
    }
    #expect(sentence.contains("cut short"))
  }

  @Test func `An answer that never begins fails in time`() throws {
    _ = try sentence { $0.waitForClose() }
  }

  @Test func `An answer that stops in the middle fails in time`() throws {
    _ = try sentence { connection in
      connection.send("\(Self.head)Content-Length: 1000000\r\n\r\n{\"speakers\":[\(Self.record),")
      connection.waitForClose()
    }
  }

  @Test func `An answer without end fails in time`() throws {
    let filler = String(repeating: "\(Self.record),", count: 500)
    _ = try sentence { connection in
      connection.send("\(Self.head)\r\n{\"speakers\":[")
      while connection.send(filler) {}
    }
  }

  @Test func `A text without end fails without filling the memory`() throws {
    let filler = String(repeating: "x", count: 1 << 16)
    let sentence = try sentence { connection in
      connection.send("\(Self.head)\r\n{\"speakers\":[{\"id\":1,\"name\":\"")
      while connection.send(filler) {}
    }
    #expect(sentence.contains("more than 1 MiB"))
  }

  @Test func `What is not HTTP fails`() throws {
    _ = try sentence { connection in connection.send("220 mail.example ESMTP ready\r\n") }
  }

  @Test func `All three are asked at once, so that three that hang take no longer than one`() throws {
    // How often each is being asked: one that is tried again may meet its first try, which is only just noticed to end.
    let waiting = Mutex((now: [String: Int](), most: 0))
    let names = CatalogueCollection.allCases.map(\.rawValue)
    let answers = names.map { name in
      FaultyCentre.Answer.scripted { connection in
        waiting.withLock { waiting in
          waiting.now[name, default: 0] += 1
          waiting.most = max(waiting.most, waiting.now.values.count { $0 > 0 })
        }
        connection.waitForClose()
        waiting.withLock { $0.now[name, default: 0] -= 1 }
      }
    }
    let centre = try FaultyCentre(Dictionary(uniqueKeysWithValues: zip(names, answers)))
    let run = try place.sync(from: centre.url, limits: hasty)
    #expect(run.isTotalFailure)
    #expect(waiting.withLock { $0.most } == 3)
  }

  @Test func `Nobody there is said so for each collection`() throws {
    let run = try place.sync(from: nobodysAddress())
    #expect(run.message == "Sync failed")
    #expect(run.outcomes.values.allSatisfy { $0.failure?.isEmpty == false })
  }

  @Test func `While an answer is on its way, the others are in and the database is free`() throws {
    let isFree = DispatchSemaphore(value: 0)
    let centre = try FaultyCentre(
      speakers: .scripted { connection in
        isFree.wait()
        connection.send("\(Self.head)\r\n{\"speakers\":[\(Self.record)]}")
      })
    let applied = Mutex<[CatalogueCollection]>([])
    let place = place
    let failures = Mutex<[String]>([])
    let run = try place.sync(from: centre.url) { step in
      guard case .applied(let collection, _) = step else { return }
      let count = applied.withLock { applied in
        applied.append(collection)
        return applied.count
      }
      guard count == 2 else { return }
      do {
        let details = EventDetails(title: "Meanwhile", starts: Workplace.now, ends: Workplace.now, timeZone: "UTC")
        _ = try place.storage.add(details, by: "someone", at: Workplace.now)
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
      isFree.signal()
    }
    #expect(run.isSuccess)
    #expect(failures.withLock { $0 }.isEmpty)
    #expect(applied.withLock { $0.last } == .speakers)
    #expect(try place.storage.events().count == 1)
  }

  @Test func `Stopping ends the waiting at once and stores nothing more`() throws {
    let isStopped = Mutex(false)
    let centre = try FaultyCentre(speakers: .hanging)
    let left = Mutex(2)
    let run = try place.sync(
      from: centre.url,
      progress: { step in
        guard case .applied = step,
          left.withLock({
            $0 -= 1; return $0
          }) == 0
        else { return }
        isStopped.withLock { $0 = true }
      }, isCancelled: { isStopped.withLock { $0 } })
    #expect(run.organizers.counts == [1, 0, 0, 0])
    #expect(run.speakers.failure == "The sync was stopped before the speakers were stored; start it again.")
    #expect(try place.storage.syncRuns(limit: 1) == [run])
  }
}
