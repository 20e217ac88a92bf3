public import FoundationEssentials

/// The folder of material that lies beside the package and is not part of it.
public enum SharedFolder {
  /// Its path: `KAMSH_SHARED`, or `../shared` seen from the package.
  public static var path: String {
    if let path = ProcessInfo.processInfo.environment["KAMSH_SHARED"] { return path }
    return package.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/shared"
  }

  /// The path of the package itself.
  public static var package: String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  }

  /// The bytes of a file in the folder, or nil where it is not there.
  public static func data(_ file: String) -> Data? {
    try? Data(contentsOf: URL(filePath: path + "/" + file))
  }
}
