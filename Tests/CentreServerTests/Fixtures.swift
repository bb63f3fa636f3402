import EventModel
import Foundation
import HTTPTransport
import JSONStream
import TestSupport

@testable import CentreServer

/// Noon of the tests' day.
let noon = Instant(microseconds: 1_795_521_600_000_000)

/// A Centre of its own for one test, asked without a socket.
final class TestCentre {
  let directory: TemporaryDirectory
  let store: CentreStore
  private let service: CentreService

  /// Starts with nothing.
  init() throws {
    directory = try TemporaryDirectory()
    store = try CentreStore(path: directory.path("centre.db"))
    service = CentreService(store: store, key: try APIKey("sesame"))
  }

  /// Imports some lines of JSON into a collection.
  @discardableResult
  func take(
    _ lines: String, into collection: CentreCollection = .speakers, at now: Instant = noon
  ) throws -> ImportCounts? {
    let path = try directory.write(lines, to: "\(collection.rawValue).jsonl")
    return try store.importing(CentreData(file: path), at: now)[collection]
  }

  /// What a client gets.
  func answer(
    _ target: String, method: String = "GET", key: String? = "sesame", _ fields: [(name: String, value: String)] = []
  ) throws -> TestAnswer {
    try service.answer(to: target, method: method, key: key, fields)
  }

  /// The ids of an answer's records, in order.
  func ids(_ target: String) throws -> [String] { try answer(target).ids }
}

extension CentreService {
  /// What a client gets that asks for a path with a query.
  func answer(
    to target: String, method: String = "GET", key: String? = "sesame", _ fields: [(name: String, value: String)] = []
  ) throws -> TestAnswer {
    let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
    let query = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { pair in
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      return (name: sides[0], value: sides.count > 1 ? sides[1] : "")
    }
    let headers = HTTPHeaders((key.map { [("x-api-key", $0)] } ?? []) + fields)
    let response = answer(HTTPRequest(method: method, path: parts.first ?? "", query: query, headers: headers))
    let body = try response.stream.map { try $0.all() } ?? response.body
    return TestAnswer(
      status: response.status, headers: response.headers, text: String(decoding: body, as: UTF8.self),
      announcedLength: response.stream == nil ? body.count : response.streamLength)
  }
}

/// An answer, whole.
struct TestAnswer {
  let status: Int
  let headers: HTTPHeaders
  let text: String
  let announcedLength: Int?

  /// The records, of whichever collection.
  var records: [JSONValue] {
    get throws { try JSONValue(parsing: text).members?.first?.value.elements ?? [] }
  }

  /// The records' ids, in order.
  var ids: [String] {
    get throws { try records.compactMap { $0["id"]?.identifier?.text } }
  }

  /// Where the next page is; nil after the last.
  var next: String? {
    guard let link = headers["Link"], link.hasSuffix(">; rel=\"next\"") else { return nil }
    return "/api/v1/" + link.dropFirst().prefix { $0 != ">" }
  }
}

extension HTTPBodyStream {
  /// Reads it to its end, in pieces of a size that no record has.
  func all(pieceSize: Int = 37) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
    defer { buffer.deallocate() }
    while case let count = try read(into: buffer), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
