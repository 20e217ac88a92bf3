import FoundationEssentials
import TestSupport
import Testing

@testable import CypherEngine

private let environment = ProcessInfo.processInfo.environment

/// openCypher's compatibility kit, which lies beside the package; `scripts/tck` shows it by feature.
@Suite("openCypher's compatibility kit")
struct KitTests {
  @Test func `every case passes`() throws {
    guard let data = try Self.cases() else {
      print("skipped: no tck/cases.jsonl in \(SharedFolder.path)")
      return
    }
    let report = KitReport(running: try KitCase.read(data))
    if let path = environment["KIT_REPORT"] {
      try Data(report.text.utf8).write(to: URL(filePath: path))
    }
    for (id, difference) in report.failures.sorted(by: { $0.key < $1.key }) {
      Issue.record("\(id): \(difference)")
    }
  }

  @Test func `our own small kit passes`() throws {
    let cases = try KitCase.read(try Data(contentsOf: Self.file("SmallKit.jsonl")))
    #expect(cases.count >= 50)
    let report = KitReport(running: cases)
    #expect(report.failures.isEmpty, "\(report.text)")
  }

  @Test func `a case that does not hold fails and says why`() throws {
    let cases = try KitCase.read(try Data(contentsOf: Self.file("FailingKit.jsonl")))
    for scenario in cases {
      let outcome = KitRunner.run(scenario)
      #expect(outcome == .failed(scenario.scenario), "\(scenario.id)")
    }
  }

  private static func cases() throws -> Data? {
    guard let path = environment["KIT_CASES"] else { return SharedFolder.data("tck/cases.jsonl") }
    return try Data(contentsOf: URL(filePath: path))
  }

  private static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
  }
}
