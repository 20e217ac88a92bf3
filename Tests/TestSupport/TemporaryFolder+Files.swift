internal import FoundationEssentials

extension TemporaryFolder {
  /// The path of a file in it.
  public func file(_ name: String) -> String { path + "/" + name }

  /// Writes bytes into a file and returns its path.
  @discardableResult
  public func write(_ bytes: [UInt8], to file: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: self.file(file)))
    return self.file(file)
  }

  /// The bytes of a file in it; nil where it isn't there.
  public func bytes(of file: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: self.file(file)))).map { Array($0) }
  }

  /// The names in it, sorted.
  public var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}
