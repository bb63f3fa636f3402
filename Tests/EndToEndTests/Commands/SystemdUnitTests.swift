import Foundation
import TestSupport
import Testing

/// The units under `Assets/systemd`, which run the programs on a server.
@Suite struct SystemdUnitTests {
  /// What each service is forbidden, and the value that forbids it.
  private static let hardening = [
    "NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes", "ProtectProc": "invisible",
    "ProtectClock": "yes", "ProtectHostname": "yes", "ProtectControlGroups": "yes", "ProtectKernelLogs": "yes",
    "ProtectKernelModules": "yes", "ProtectKernelTunables": "yes", "PrivateTmp": "yes", "PrivateDevices": "yes",
    "PrivateUsers": "yes", "DevicePolicy": "closed", "CapabilityBoundingSet": "", "AmbientCapabilities": "",
    "LockPersonality": "yes", "MemoryDenyWriteExecute": "yes", "RemoveIPC": "yes", "RestrictNamespaces": "yes",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX", "RestrictRealtime": "yes", "RestrictSUIDSGID": "yes",
    "SystemCallArchitectures": "native", "SystemCallErrorNumber": "EPERM", "UMask": "0077",
  ]

  /// The other keys that are used, so that a slip of the pen in one is found also where systemd is not.
  private static let known: [String: Set<String>] = [
    "Unit": ["Description", "Wants", "After"],
    "Service": [
      "Type", "ExecStart", "Restart", "RestartSec", "RestartPreventExitStatus", "TimeoutStartSec", "TimeoutStopSec",
      "User", "Group", "EnvironmentFile", "Environment", "StateDirectory", "StateDirectoryMode", "LogsDirectory",
      "LogsDirectoryMode", "LimitNOFILE", "SystemCallFilter",
    ],
    "Timer": ["OnCalendar", "RandomizedDelaySec", "FixedRandomDelay", "Persistent"], "Install": ["WantedBy"],
  ]

  private var services: [SystemdUnit] {
    get throws { try SystemdUnit.names.filter { $0.hasSuffix(".service") }.map(SystemdUnit.init) }
  }

  @Test func `These are all the units there are`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: SystemdUnit.directory.path)
    #expect(files.sorted() == SystemdUnit.names.sorted())
  }

  @Test(arguments: SystemdUnit.names) func `A unit has known sections and keys, each with one value`(_ name: String)
    throws
  {
    let unit = try SystemdUnit(name)
    for (section, keys) in unit.values {
      let known = try #require(Self.known[section], "\(name): [\(section)]")
      for (key, values) in keys {
        #expect(known.contains(key) || section == "Service" && Self.hardening[key] != nil, "\(name): \(key)")
        #expect(values.count == 1 || key == "SystemCallFilter", "\(name): \(key)")
      }
    }
    #expect(unit.value("Description", in: "Unit")?.isEmpty == false)
  }

  @Test func `A service may do what it has to and no more`() throws {
    for service in try services {
      for (key, value) in Self.hardening { #expect(service.value(key) == value, "\(service.name): \(key)") }
      #expect(service.values["Service"]?["SystemCallFilter"] == ["@system-service", "~@privileged @resources"])
      #expect(service.value("StateDirectoryMode") == "0700")
      #expect(![nil, "root"].contains(service.value("User")))
    }
  }

  @Test func `A service keeps keys in a file, never in the unit`() throws {
    for service in try services {
      #expect(service.value("EnvironmentFile")?.hasPrefix("/etc/") == true)
      #expect(!service.text.contains("KEY=") && !service.text.contains("SECRET"))
    }
  }

  @Test func `A service starts a program of ours with a command line that it understands`() throws {
    for service in try services {
      let program = try #require(service.command.first.map { URL(fileURLWithPath: $0).lastPathComponent })
      // With nothing configured and no place for data a right command line fails with 1; a wrong one would with 2.
      let arguments = service.command.dropFirst().map { $0.replacing("/var/lib", with: "/dev/null") }
      let result = try run(try BuiltProducts.program(program), arguments)
      #expect(result.status == 1, "\(service.name): \(result.errors)")
    }
  }

  @Test func `The timer starts the service of its name, every hour at a time of its own`() throws {
    let timer = try SystemdUnit("pivotal-sync.timer")
    #expect(SystemdUnit.names.contains("pivotal-sync.service"))
    #expect(timer.value("OnCalendar", in: "Timer") == "hourly")
    #expect(timer.value("RandomizedDelaySec", in: "Timer") == "6min")
    #expect(timer.value("FixedRandomDelay", in: "Timer") == "yes")
    #expect(timer.value("Persistent", in: "Timer") == "yes")
    #expect(timer.value("WantedBy", in: "Install") == "timers.target")
    #expect(try SystemdUnit("pivotal-sync.service").value("Type") == "oneshot")
  }

  @Test func `A Centre that is set up as the guide says is served by its unit`() throws {
    let guide = SystemdUnit.directory.deletingLastPathComponent().appendingPathComponent(
      "docs/resources-centre-sync-guide.md")
    let prefix = "runuser -u resources-centre -- /usr/local/bin/resources-centre "
    let lines = try String(contentsOf: guide, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix(prefix) }
    #expect(lines.count == 2)
    let files = try TemporaryDirectory()
    try FileManager.default.createDirectory(
      at: files.url.appendingPathComponent("state"), withIntermediateDirectories: false)
    try files.write("id,name\n1,Ada Lovelace\n", to: "speakers.csv")
    let program = try BuiltProducts.program("resources-centre")
    func words(_ line: String) -> [String] {
      line.replacing("/var/lib/resources-centre", with: files.path("state"))
        .replacing("/srv/catalogue", with: files.url.path).replacing("127.0.0.1:5000", with: "127.0.0.1:0")
        .split(separator: " ").map(String.init)
    }
    for line in lines {
      let result = try run(program, words(String(line.dropFirst(prefix.count))))
      #expect(result.status == 0, "\(line): \(result.errors)")
    }
    let command = try SystemdUnit("resources-centre.service").command.dropFirst().joined(separator: " ")
    let service = try ProgramRun(program, words(command))
    try service.waitForOutput("listening on")
    service.signal(SIGTERM)
    #expect(try service.finish().status == 0)
  }

  /// Says what systemd thinks of the units where it is there; the tests above hold wherever they run.
  @Test func `systemd takes them as they are`() throws {
    let files = try TemporaryDirectory()
    let programs = URL(fileURLWithPath: try BuiltProducts.program("pivotal")).deletingLastPathComponent().path
    var paths: [String] = []
    for name in SystemdUnit.names {
      let unit = try SystemdUnit(name)
      let text = unit.text.replacing("ExecStart=/usr/local/bin/", with: "ExecStart=\(programs)/")
      #expect((text != unit.text) == name.hasSuffix(".service"))
      paths.append(try files.write(text, to: name))
    }
    guard let analyze = Self.analyzer else { return }
    let verified = try run(analyze, ["verify"] + paths)
    #expect(verified.status == 0 && verified.errors.isEmpty, "\(verified.errors)")
  }

  /// The program that checks units; nil where systemd is not.
  private static var analyzer: String? {
    ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"].first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
