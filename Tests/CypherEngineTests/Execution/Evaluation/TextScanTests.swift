import PropertyGraph
import TestSupport
import Testing

@testable import CypherEngine

/// Tests of texts over so many rows that they are done by heap and by distinct text.
@Suite("Tests of many texts")
struct TextScanTests {
  private let engine = Engine(graph: Graph())
  private let texts: [String?]

  init() throws {
    var random = Seeded(11)
    let words = ["да", "нет", "ab", "ba", "a", "é", "e\u{301}", "🙂", ""]
    let rare = (0..<40).map { "kind \($0)" }
    texts = (0..<6000).map { index in
      switch index % 10 {
      case 0: nil
      case 1: ""
      case 2, 3: rare.randomElement(using: &random)!
      default:
        (0..<Int.random(in: 0...6, using: &random)).map { _ in words.randomElement(using: &random)! }
          .joined(separator: " ")
      }
    }
    let values = texts.map { $0.map { Value.string($0) } ?? .null }
    try engine.run(
      "UNWIND range(0, 5999) AS i CREATE (:T {i: i, text: $texts[i], other: 'other ' + i})",
      parameters: ["texts": .list(values)])
    try engine.run("MATCH (n:T) WHERE n.i % 97 = 5 DELETE n")
    try engine.run("MATCH (n:T) WHERE n.i % 89 = 7 SET n.text = 17")
  }

  @Test(
    arguments: [
      "да", "нет да", "a", "ab ba", "kind 7", "kind", "\u{301}", "e", "🙂 🙂", "", "нет такого", "b a",
    ]) func `contains, begins and ends`(_ part: String) throws
  {
    let scalars = Array(part.unicodeScalars)
    try check("CONTAINS", part) { text in
      (0...text.count).contains { text[$0...].starts(with: scalars) }
    }
    try check("STARTS WITH", part) { $0.starts(with: scalars) }
    try check("ENDS WITH", part) { $0.reversed().starts(with: scalars.reversed()) }
  }

  @Test(arguments: ["kind 2", "", "да", "zzz"]) func `comes before and after`(_ other: String) throws {
    let scalars = Array(other.unicodeScalars)
    try check("<", other) { $0.lexicographicallyPrecedes(scalars) }
    try check(">=", other) { !$0.lexicographicallyPrecedes(scalars) }
    try check(">", other) { scalars.lexicographicallyPrecedes($0) }
    #expect(try count("$part < n.text", other) == expected { scalars.lexicographicallyPrecedes($0) })
    #expect(try count("n.text = $part", other) == expected { $0 == scalars })
  }

  @Test func `matches a regular expression`() throws {
    let kinds = (0...4).map { Array("kind \($0)".unicodeScalars) }
    #expect(try count("n.text =~ $part", "kind [0-4]") == expected { kinds.contains($0) })
  }

  /// Compares the number of nodes of which a condition holds, and of which it does not, with what the scalars say.
  private func check(
    _ operation: String, _ part: String, _ holds: ([Unicode.Scalar]) -> Bool
  ) throws {
    #expect(try count("n.text \(operation) $part", part) == expected(holds), "\(operation) \(part)")
    #expect(
      try count("NOT n.text \(operation) $part", part) == expected { !holds($0) }, "NOT \(operation) \(part)")
  }

  private func count(_ condition: String, _ part: String) throws -> Int {
    let rows = try engine.run(
      "MATCH (n:T) WHERE \(condition) RETURN count(*)", parameters: ["part": .string(part)]
    ).rows
    guard case .integer(let count)? = rows.first?.first else { return -1 }
    return Int(count)
  }

  /// The number of texts of which something holds; numbers and nulls are neither.
  private func expected(_ holds: ([Unicode.Scalar]) -> Bool) -> Int {
    texts.indices.filter { index in
      guard index % 97 != 5, index % 89 != 7, let text = texts[index] else { return false }
      return holds(Array(text.unicodeScalars))
    }.count
  }
}
