extension FaultyCentre {
  /// Writes an answer; the connection is closed afterwards.
  func send(_ answer: Answer, to connection: RawConnection) {
    switch answer {
    case .json(let body): connection.send(whole(200, "application/json", body))
    case .status(let status, let type, let body): connection.send(whole(status, type, body))
    case .html: connection.send(whole(200, "text/html; charset=utf-8", "<!doctype html><title>Sign in</title>"))
    case .empty: connection.send(whole(200, "application/json", ""))
    case .truncated(let body):
      connection.send(head(200, "application/json", length: body.utf8.count) + String(body.prefix(body.count / 2)))
    case .cutShort(let body):
      connection.send("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + body.prefix(body.count / 2))
    case .hanging: connection.waitForClose()
    case .redirect(let address):
      connection.send("HTTP/1.1 302 Found\r\nLocation: \(address)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    case .endless(let opening, let record): sendEndless(opening, record, to: connection)
    case .made(let opening, let records, let next, let record):
      sendMade(opening, records, next, record, to: connection)
    case .slow(let body, let count, let pause): sendSlowly(body, count, pause, to: connection)
    case .raw(let bytes): connection.send(bytes)
    case .scripted(let script): script(connection)
    }
  }

  private func sendEndless(_ opening: String, _ record: String, to connection: RawConnection) {
    let start = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
    let many = Array(String(repeating: record + ",", count: max(1, 65_536 / (record.utf8.count + 1))).utf8)
    guard connection.send(start + opening) else { return }
    while connection.send(many) {}
  }

  private func sendMade(
    _ opening: String, _ records: Range<Int>, _ next: String?, _ record: (Int) -> String, to connection: RawConnection
  ) {
    let link = next.map { "Link: <\($0)>; rel=\"next\"\r\n" } ?? ""
    let start = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\(link)Connection: close\r\n\r\n"
    guard connection.send(start + opening) else { return }
    for first in stride(from: records.lowerBound, to: records.upperBound, by: 500) {
      let piece = (first..<min(first + 500, records.upperBound)).map(record).joined(separator: ",")
      guard connection.send((first == records.lowerBound ? "" : ",") + piece) else { return }
    }
    connection.send("]}")
  }

  private func sendSlowly(_ body: String, _ count: Int, _ pause: Duration, to connection: RawConnection) {
    guard connection.send(head(200, "application/json", length: body.utf8.count)) else { return }
    var rest = Array(body.utf8)[...]
    while !rest.isEmpty, connection.send(Array(rest.prefix(max(1, count)))), !connection.isClosed(within: pause) {
      rest = rest.dropFirst(max(1, count))
    }
  }

  private func whole(_ status: Int, _ type: String, _ body: String) -> String {
    head(status, type, length: body.utf8.count) + body
  }

  private func head(_ status: Int, _ type: String, length: Int) -> String {
    """
    HTTP/1.1 \(status) Answer\r
    Content-Type: \(type)\r
    Content-Length: \(length)\r
    Connection: close\r
    \r

    """
  }
}
