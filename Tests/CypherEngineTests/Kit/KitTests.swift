import FoundationEssentials
import TestSupport
import Testing

@testable import CypherEngine

private let environment = ProcessInfo.processInfo.environment

/// openCypher's compatibility kit, which lies beside the package; `scripts/tck` shows it by feature.
@Suite("openCypher's compatibility kit")
struct KitTests {
  @Test func `every case passes but those known to fail`() throws {
    let known = Set(try Self.lines(of: "KnownFailures.txt"))
    guard let data = try Self.cases() else {
      print("skipped: no tck/cases.jsonl in \(SharedFolder.path)")
      return
    }
    let report = KitReport(running: try KitCase.read(data))
    if let path = environment["KIT_REPORT"] {
      try Data(report.text.utf8).write(to: URL(filePath: path))
    }
    // Another file than the whole kit has no list of its own.
    if environment["KIT_CASES"] != nil { return }
    if environment["RECORD"] == "1" {
      let list = report.failedIDs.map { $0 + "\n" }.joined()
      try Data(list.utf8).write(to: Self.file("KnownFailures.txt"))
      return
    }
    for id in report.failedIDs where !known.contains(id) {
      Issue.record("\(id): \(report.failures[id] ?? "")")
    }
    for id in known.sorted() where report.failures[id] == nil {
      Issue.record("\(id) passes now: take it out of KnownFailures.txt, or run with RECORD=1")
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

  private static func lines(of name: String) throws -> [String] {
    let data = try Data(contentsOf: file(name))
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
