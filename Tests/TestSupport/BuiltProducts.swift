import Foundation

/// The programs that were built along with the tests.
public enum BuiltProducts {
  /// Where a program is; it stands beside the test bundle.
  public static func program(_ name: String) throws -> String {
    let image = try imagePath()
    var folder = URL(fileURLWithPath: image).deletingLastPathComponent()
    // On a Mac the image lies three folders deep in the bundle.
    for _ in 0..<4 {
      let program = folder.appendingPathComponent(name).path
      if isProgram(program) { return program }
      folder.deleteLastPathComponent()
    }
    throw TestFailure("There is no program '\(name)' beside \(image): build all products before the tests run")
  }

  /// The file that this code was loaded from.
  private static func imagePath() throws -> String {
    #if os(Linux)
      return try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      var info = Dl_info()
      guard dladdr(#dsohandle, &info) != 0, let name = info.dli_fname else {
        throw TestFailure("The test bundle cannot be located")
      }
      return String(cString: name)
    #endif
  }

  private static func isProgram(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && !isDirectory.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }
}
