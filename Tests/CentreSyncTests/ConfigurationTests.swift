import EventModel
import Testing

@testable import CentreSync

/// An address and a key are checked before anything is sent.
@Suite struct ConfigurationTests {
  @Test(arguments: [
    ("https://centre.example", "https://centre.example"), ("https://centre.example/", "https://centre.example"),
    ("https://centre.example/some/prefix//", "https://centre.example/some/prefix"),
    ("http://127.0.0.1:5000", "http://127.0.0.1:5000"), ("HTTP://[::1]:5000/x", "HTTP://[::1]:5000/x"),
  ])
  func `A prefix and a slash at the end are fine`(_ url: String, _ base: String) throws {
    let configuration = try SyncConfiguration(baseURL: url, apiKey: "key")
    #expect(configuration.baseURL == base)
    #expect(configuration.address(of: .speakers) == base + "/api/v1/speakers")
  }

  @Test(arguments: [
    "", "centre.example", "centre.example:5000", "ftp://centre.example", "https://", "https:///x", "file:///etc/passwd",
    "https://user:secret@centre.example", "https://centre.example?key=secret", "https://centre.example/#secret",
    "https://centre.example/\nX: secret", "https://centre .example", "https://centre.example/api/v1",
    "https://centre.example/api/v1/", "/", "https://centre.example/\u{0}",
  ])
  func `Any other address is refused in one sentence that names the setting`(_ url: String) throws {
    let error = try #require(throws: SyncConfigurationError.self) { try SyncConfiguration(baseURL: url, apiKey: "key") }
    #expect(error.message.contains("RESOURCES_CENTRE_URL"))
    #expect(!error.message.contains("secret"))
    #expect(!error.message.contains("\n"))
  }

  @Test(arguments: ["", "a\nb", "a\r\nX-Evil: 1", "secret\u{0}", " secret", "secret ", "\t"])
  func `A key that cannot be sent as it is is refused without showing it`(_ key: String) throws {
    let error = try #require(throws: SyncConfigurationError.self) {
      try SyncConfiguration(baseURL: "https://centre.example", apiKey: key)
    }
    #expect(error.message.contains("RESOURCES_CENTRE_API_KEY"))
    #expect(!error.message.contains("secret"))
  }

  @Test func `A configuration printed or dumped does not show the key`() throws {
    let configuration = try SyncConfiguration(baseURL: "https://centre.example", apiKey: "secret")
    var dumped = ""
    dump(configuration, to: &dumped)
    #expect(!"\(configuration) \(String(reflecting: configuration)) \(dumped)".contains("secret"))
  }

  @Test func `The limit on a body is the transfer's`() throws {
    var configuration = try SyncConfiguration(baseURL: "https://centre.example", apiKey: "key")
    #expect(configuration.maximumBodyBytes == 1 << 30)
    configuration.maximumBodyBytes = 5
    #expect(configuration.limits.maximumBodyBytes == 5)
  }
}
