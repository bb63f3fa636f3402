// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Pivotal",
  // The first with UTF8Span; elsewhere the toolchain brings it.
  platforms: [.macOS(.v26)],
  targets: [
    // MARK: System libraries, each imported by one module only
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(name: "CMicrohttpd", providers: [.apt(["libmicrohttpd-dev"]), .brew(["libmicrohttpd"])]),
    .systemLibrary(name: "CIcal", providers: [.apt(["libical-dev"]), .brew(["libical"])]),
    .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CYajl", providers: [.apt(["libyajl-dev"]), .brew(["yajl"])]),

    // MARK: Files that are compiled in
    .target(
      name: "Assets", path: "Assets",
      exclude: ["setup.sh", "completions", "docs", "demo", "man", "openapi", "schema", "systemd", "themes"],
      sources: ["embed"],
      publicHeadersPath: "include"),

    // MARK: Leaves: they know nothing of each other
    .target(name: "EventModel"),
    .target(name: "PeopleSearch"),
    .target(name: "JSONStream", dependencies: ["CYajl"]),
    .target(name: "HTTPTransport", dependencies: ["CCurl", "CMicrohttpd", "CZlib"]),
    .target(name: "SQLiteKit", dependencies: ["CSQLite"]),
    .target(name: "Signatures", dependencies: ["COpenSSL"]),
    .target(name: "TerminalKit", dependencies: ["Assets", "CNcurses"]),
    .target(name: "CommandKit"),

    // MARK: What stands on them
    .target(name: "EventStore", dependencies: ["EventModel", "SQLiteKit", "Assets"]),
    .target(name: "CentreSync", dependencies: ["EventModel", "EventStore", "HTTPTransport", "JSONStream"]),
    .target(
      name: "CentreServer",
      dependencies: ["Assets", "EventModel", "HTTPTransport", "JSONStream", "SQLiteKit", "Signatures"]),
    .target(name: "EventFiles", dependencies: ["EventModel", "JSONStream", "CIcal"]),
    .target(
      name: "Doctor", dependencies: ["CentreSync", "EventModel", "EventStore", "JSONStream", "TerminalKit"]),
    .target(name: "ServerOptions", dependencies: ["CommandKit", "HTTPTransport"]),
    .target(name: "EventAPI", dependencies: ["EventModel", "HTTPTransport", "JSONStream", "Signatures"]),
    .target(name: "EventEditor", dependencies: ["EventModel", "PeopleSearch", "TerminalKit"]),

    // MARK: Programs: they wire the modules together
    .executableTarget(
      name: "pivotal",
      dependencies: [
        "CentreServer", "CentreSync", "CommandKit", "Doctor", "EventAPI", "EventEditor", "EventFiles", "EventModel",
        "EventStore", "HTTPTransport", "JSONStream", "PeopleSearch", "ServerOptions", "Signatures", "TerminalKit",
      ]),
    .executableTarget(
      name: "resources-centre", dependencies: ["CentreServer", "CommandKit", "EventModel", "ServerOptions"]),

    .executableTarget(
      name: "benchmarks",
      dependencies: ["CentreSync", "CommandKit", "EventModel", "EventStore", "JSONStream", "PeopleSearch", "SQLiteKit"]),

    // MARK: Tests
    .testTarget(name: "EventModelTests", dependencies: ["EventModel", "TestSupport"]),
    .testTarget(name: "PeopleSearchTests", dependencies: ["PeopleSearch", "TestSupport"]),
    .testTarget(name: "JSONStreamTests", dependencies: ["JSONStream", "TestSupport"]),
    .testTarget(name: "HTTPTransportTests", dependencies: ["CZlib", "HTTPTransport", "TestSupport"]),
    .testTarget(name: "SignaturesTests", dependencies: ["Signatures"]),
    .testTarget(name: "TerminalKitTests", dependencies: ["TerminalKit", "TestSupport"]),
    .testTarget(name: "CommandKitTests", dependencies: ["CommandKit"]),
    .testTarget(
      name: "ServerOptionsTests", dependencies: ["CommandKit", "HTTPTransport", "ServerOptions", "TestSupport"]),
    .testTarget(name: "SQLiteKitTests", dependencies: ["SQLiteKit", "TestSupport"]),
    .testTarget(name: "EventStoreTests", dependencies: ["EventStore", "EventModel", "SQLiteKit", "TestSupport"]),
    .testTarget(
      name: "CentreSyncTests",
      dependencies: [
        "CentreSync", "EventModel", "EventStore", "HTTPTransport", "JSONStream", "TestSupport",
      ]),
    .testTarget(
      name: "CentreServerTests",
      dependencies: [
        "CentreServer", "EventModel", "HTTPTransport", "JSONStream", "SQLiteKit", "Signatures", "TestSupport",
      ]),
    .testTarget(name: "EventFilesTests", dependencies: ["EventFiles", "EventModel", "TestSupport"]),
    // Read by the tests alone, hence not among the sources.
    .systemLibrary(name: "CYaml", path: "Tests/CYaml", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .testTarget(
      name: "DocumentTests",
      dependencies: [
        "CYaml", "CommandKit", "EventEditor", "EventModel", "JSONStream", "TestSupport", "pivotal", "resources-centre",
      ]),
    .testTarget(
      name: "DoctorTests", dependencies: ["CentreSync", "Doctor", "EventModel", "EventStore", "TerminalKit"]),
    .testTarget(
      name: "EventAPITests", dependencies: ["EventAPI", "EventModel", "HTTPTransport", "Signatures", "TestSupport"]),
    .testTarget(
      name: "EventEditorTests",
      dependencies: ["EventEditor", "EventModel", "PeopleSearch", "TerminalKit", "TestSupport"],
      exclude: ["Goldens/Screens"]),
    .target(name: "TestSupport", dependencies: ["CSQLite"], path: "Tests/TestSupport"),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "CentreSync", "EventEditor", "EventModel", "EventStore", "HTTPTransport", "Signatures",
        "TerminalKit", "TestSupport", "pivotal", "resources-centre",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
