// swift-tools-version: 6.2
import Foundation
import PackageDescription

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
func present(_ target: Target) -> Bool {
  let path = target.path ?? (target.type == .test ? "Tests/" : "Sources/") + target.name
  if target.name == "Assets" { return FileManager.default.fileExists(atPath: root.appendingPathComponent("Assets/embed/schema.c").path) || FileManager.default.fileExists(atPath: root.appendingPathComponent("Assets/embed/demo.c").path) }
  let files = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(path).path)) ?? []
  return !files.isEmpty
}

let targets: [Target] = [
  .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
  .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
  .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
  .systemLibrary(name: "CMicrohttpd", providers: [.apt(["libmicrohttpd-dev"]), .brew(["libmicrohttpd"])]),
  .systemLibrary(name: "CYajl", providers: [.apt(["libyajl-dev"]), .brew(["yajl"])]),
  .target(
    name: "Assets", path: "Assets", exclude: ["setup.sh", "docs", "demo", "schema"],
    sources: ["embed"], publicHeadersPath: "include"),

  .target(name: "EventModel"),
  .target(name: "PeopleSearch"),
  .target(name: "JSONStream", dependencies: ["CYajl"]),
  .target(name: "HTTPTransport", dependencies: ["CCurl", "CMicrohttpd"]),
  .target(name: "EventStore", dependencies: ["EventModel", "CSQLite", "Assets"]),
  .target(name: "CentreSync", dependencies: ["EventModel", "EventStore", "HTTPTransport", "JSONStream"]),
  .target(name: "CentreServer", dependencies: ["EventModel", "HTTPTransport", "JSONStream", "Assets"]),
  .target(name: "TerminalKit", dependencies: ["CNcurses"]),
  .target(name: "EventEditor", dependencies: ["EventModel", "PeopleSearch", "TerminalKit"]),
  .target(name: "CommandKit"),

  .executableTarget(
    name: "pivotal",
    dependencies: [
      "CommandKit", "EventModel", "EventStore", "EventEditor", "PeopleSearch", "CentreSync", "CentreServer",
      "HTTPTransport", "JSONStream", "TerminalKit",
    ]),
  .executableTarget(name: "resources-centre", dependencies: ["CommandKit", "CentreServer", "HTTPTransport"]),

  .target(name: "TestSupport", dependencies: [], path: "Tests/TestSupport"),
  .testTarget(name: "EventModelTests", dependencies: ["EventModel"]),
  .testTarget(name: "PeopleSearchTests", dependencies: ["PeopleSearch"]),
  .testTarget(name: "JSONStreamTests", dependencies: ["JSONStream"]),
  .testTarget(name: "HTTPTransportTests", dependencies: ["HTTPTransport"]),
  .testTarget(name: "EventStoreTests", dependencies: ["EventStore", "EventModel", "CSQLite"]),
  .testTarget(name: "CentreSyncTests", dependencies: ["CentreSync", "EventStore", "EventModel", "HTTPTransport"]),
  .testTarget(name: "CentreServerTests", dependencies: ["CentreServer", "HTTPTransport", "JSONStream"]),
  .testTarget(name: "TerminalKitTests", dependencies: ["TerminalKit"]),
  .testTarget(name: "EventEditorTests", dependencies: ["EventEditor", "EventModel", "TerminalKit", "PeopleSearch"]),
  .testTarget(name: "CommandKitTests", dependencies: ["CommandKit"]),
  .testTarget(name: "EndToEndTests", dependencies: ["HTTPTransport"]),
]

let package = Package(
  name: "Pivotal",
  targets: targets.filter(present),
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
