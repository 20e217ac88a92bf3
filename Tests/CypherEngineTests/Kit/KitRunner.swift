import CypherSyntax
import PropertyGraph

@testable import CypherEngine

/// Runs one case on a graph of its own.
struct KitRunner {
  /// How a case went.
  enum Outcome: Equatable {
    case passed
    /// What differs.
    case failed(String)
  }

  /// What differs, as an error of its own.
  private struct Difference: Error { var text: String }

  private let engine = Engine(graph: Graph())

  /// Runs a case.
  static func run(_ scenario: KitCase) -> Outcome {
    do {
      try KitRunner().run(scenario)
      return .passed
    } catch let difference as Difference {
      return .failed(difference.text)
    } catch let error as CypherError {
      return .failed("\(error.kind.rawValue) \(error.detail): \(error.message)")
    } catch {
      return .failed("\(error)")
    }
  }

  private func run(_ scenario: KitCase) throws {
    for procedure in scenario.procedures { try register(procedure) }
    for text in scenario.setup { _ = try engine.run(text) }
    let before = GraphImage(engine.graph)
    var parameters: [String: Value] = [:]
    for (name, text) in scenario.parameters { parameters[name] = try value(text) }
    if let wanted = scenario.error {
      try expect(wanted) { _ = try engine.run(scenario.query, parameters: parameters) }
      guard GraphImage(engine.graph) == before else {
        throw Difference(text: "the failed statement left a trace")
      }
      return
    }
    let result = try engine.run(scenario.query, parameters: parameters)
    if let wanted = scenario.expect { try compare(result, wanted) }
    if let wanted = scenario.sideEffects { try compare(result.sideEffects, wanted) }
    if let control = scenario.control { try compare(try engine.run(control.query), control.expect) }
  }

  private func value(_ text: String) throws -> Value {
    guard let value = try KitNotation.read(text).value else {
      throw Difference(text: "no parameter: \(text)")
    }
    return value
  }

  /// Registers a procedure that answers with the rows whose inputs are equal to the arguments.
  private func register(_ procedure: KitCase.TableProcedure) throws {
    let signature = try ProcedureSignature(parsing: procedure.signature)
    let count = signature.inputs.count
    let rows = try procedure.rows.map { try $0.map { try value($0) } }
    engine.procedures.register(
      Procedure(signature) { arguments, _ in
        let wanted = GroupKey(arguments)
        return rows.filter { GroupKey(Array($0.prefix(count))) == wanted }.map {
          Array($0.dropFirst(count))
        }
      })
  }

  private func expect(_ wanted: KitCase.Failure, of statement: () throws -> Void) throws {
    do {
      try statement()
    } catch let error as CypherError {
      let phase = wanted.phase == "any time" || wanted.phase == error.phase.rawValue
      let detail = wanted.detail == "*" || wanted.detail == error.detail
      if error.kind.rawValue == wanted.type, phase, detail { return }
      throw Difference(
        text: "\(error.kind.rawValue) \(error.phase.rawValue) \(error.detail) (\(error.message)) "
          + "for \(wanted.type) \(wanted.phase) \(wanted.detail)")
    }
    throw Difference(text: "no error for \(wanted.type) \(wanted.phase) \(wanted.detail)")
  }

  private func compare(_ result: QueryResult, _ wanted: KitCase.Expectation) throws {
    guard let columns = wanted.columns else {
      guard result.rows.isEmpty else { throw Difference(text: "\(result.rows.count) rows for none") }
      return
    }
    guard result.columns == columns else {
      throw Difference(text: "columns \(result.columns) for \(columns)")
    }
    var given = result.rows.map { $0.map { KitValue($0, engine.graph) } }
    var expected = try wanted.rows.map { try $0.map { try KitNotation.read($0) } }
    if !wanted.listOrder {
      given = given.map { $0.map(\.withoutListOrder) }
      expected = expected.map { $0.map(\.withoutListOrder) }
    }
    if wanted.ordered ? given == expected : Self.counts(given) == Self.counts(expected) { return }
    throw Difference(text: "rows \(Self.text(given)) for \(Self.text(expected))")
  }

  private static func counts(_ rows: [[KitValue]]) -> [[KitValue]: Int] {
    Dictionary(rows.map { ($0, 1) }, uniquingKeysWith: +)
  }

  private static func text(_ rows: [[KitValue]]) -> String {
    let shown = rows.prefix(12).map { $0.map(\.description).joined(separator: " | ") }
    return "\(rows.count): " + shown.joined(separator: " / ")
  }

  private func compare(_ given: SideEffects, _ wanted: [String: Int]) throws {
    let given = given.named.filter { $0.value != 0 }
    let wanted = wanted.filter { $0.value != 0 }
    guard given != wanted else { return }
    func text(_ effects: [String: Int]) -> String {
      effects.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
    throw Difference(text: "side effects \(text(given)) for \(text(wanted))")
  }
}

extension SideEffects {
  /// The counts by the kit's names.
  fileprivate var named: [String: Int] {
    [
      "+nodes": nodesCreated, "-nodes": nodesDeleted, "+relationships": relationshipsCreated,
      "-relationships": relationshipsDeleted, "+labels": labelsAdded, "-labels": labelsRemoved,
      "+properties": propertiesSet, "-properties": propertiesRemoved,
    ]
  }
}
