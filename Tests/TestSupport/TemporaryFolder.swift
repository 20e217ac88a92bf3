internal import FoundationEssentials
internal import Glibc

/// A folder of a test's own, removed with it.
public final class TemporaryFolder: Sendable {
  /// Its path.
  public let path: String

  /// Makes an empty folder.
  public init() {
    var template = Array("/tmp/kamsh-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/nowhere"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The text of a file in it; nil where it isn't there.
  public func text(of file: String) -> String? {
    (try? Data(contentsOf: URL(filePath: "\(path)/\(file)"))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file into it.
  public func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(file)"))
  }
}
