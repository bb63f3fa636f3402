import Foundation

/// The path without links; as it is where the system cannot say.
///
/// Locks beside a database go by it, so that nobody passes them by through a link.
func realPath(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}
