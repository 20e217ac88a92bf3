import CypherSyntax
import TestSupport
import Testing

@testable import CypherEngine

@Suite("The TCK's queries, parsed and bound")
struct KitBindingTests {
  private static let cases: [KitCase] = {
    guard let data = SharedFolder.data("tck/cases.jsonl") else { return [] }
    return (try? KitCase.read(data)) ?? []
  }()

  @Test func `every query is refused or accepted as the kit says`() {
    if Self.cases.isEmpty {
      print("skipped: no tck/cases.jsonl in \(SharedFolder.path)")
      return
    }
    var failures: [String] = []
    for scenario in Self.cases {
      let procedures = scenario.procedures.map(\.signature)
      for text in scenario.setup + [scenario.control?.query].compactMap({ $0 }) {
        do { _ = try bind(text, procedures: procedures) } catch {
          failures.append("\(error.detail) \(error.message): \(MarkedText.mark(text, error.span))")
        }
      }
      if let failure = Self.judge(scenario, procedures) {
        failures.append("\(failure)\n  \(scenario.id)\n  \(scenario.query)")
      }
    }
    #expect(failures.isEmpty, "\(failures.count) differ:\n\(failures.joined(separator: "\n"))")
  }

  /// What is wrong, if anything.
  private static func judge(_ scenario: KitCase, _ procedures: [String]) -> String? {
    let bound: BoundStatement
    do {
      bound = try bind(scenario.query, procedures: procedures)
    } catch {
      let given = "\(error.kind.rawValue) \(error.detail) (\(error.message))"
      guard let wanted = scenario.error, wanted.phase != "runtime" else { return "refused: \(given)" }
      if error.kind.rawValue == wanted.type, [error.detail, "*"].contains(wanted.detail),
        error.phase == .compileTime
      {
        return nil
      }
      return "\(given) for \(wanted.type) \(wanted.detail)"
    }
    if let wanted = scenario.error, wanted.phase == "compile time" {
      return "accepted for \(wanted.type) \(wanted.detail)"
    }
    guard scenario.error == nil, let columns = scenario.expect?.columns else { return nil }
    if bound.query.columns == columns { return nil }
    return "columns \(bound.query.columns) for \(columns)"
  }
}
