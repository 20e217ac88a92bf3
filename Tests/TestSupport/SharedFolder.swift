public import FoundationEssentials

/// The folder of material that lies beside the package and is not part of it.
public enum SharedFolder {
  /// Its path: `KAMSH_SHARED`, or `../shared` seen from the package.
  public static var path: String {
    if let path = ProcessInfo.processInfo.environment["KAMSH_SHARED"] { return path }
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/") + "/shared"
  }

  /// The bytes of a file in the folder, or nil where it is not there.
  public static func data(_ file: String) -> Data? {
    try? Data(contentsOf: URL(filePath: path + "/" + file))
  }
}
