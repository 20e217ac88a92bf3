internal import FoundationEssentials
public import Testing

/// Texts that are compared with what was recorded in `Tests/Golden`.
///
/// `RECORD=1` in the environment records them anew; a text that was never recorded fails.
public enum Golden {
  /// Compares a text with the one recorded under a name.
  public static func check(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = URL(filePath: "/\(package)/Tests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { return try Data(text.utf8).write(to: file) }
    let recorded = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    guard let recorded else {
      Issue.record("Tests/Golden/\(name) is missing: RECORD=1 records it", sourceLocation: sourceLocation)
      return
    }
    #expect(text == recorded, "Tests/Golden/\(name)", sourceLocation: sourceLocation)
  }
}
