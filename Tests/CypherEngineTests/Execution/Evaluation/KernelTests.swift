import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Kernels over vectors agree with the row evaluator")
struct KernelTests {
  @Test(arguments: 1...8)
  func `random expressions have the same value or fail alike`(_ seed: UInt64) throws {
    let columns = RandomColumns(count: 60, seed: seed)
    var expressions = RandomExpressions(seed: seed &* 1000)
    var succeeded = 0
    for _ in 0..<400 {
      if try agree(expressions.expression(3), columns) { succeeded += 1 }
    }
    // Most must be free of errors, or nothing is compared.
    #expect(succeeded > 100)
  }

  @Test func `single operators over whole columns`() throws {
    let columns = RandomColumns(count: 300, seed: 5)
    let operations: [BinaryOperator] = [
      .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .startsWith, .contains, .isIn, .add,
    ]
    for operation in operations {
      for a in 0..<RandomColumns.local {
        for b in 0..<RandomColumns.local {
          let operands = [a, b].map { BoundExpression(.slot($0), .any, Span(0, 0)) }
          _ = try agree(
            BoundExpression(.binary(operation, operands[0], operands[1]), .any, Span(0, 0)), columns)
        }
      }
    }
  }

  @Test func `a batch without nulls and an empty one`() throws {
    let columns = RandomColumns(count: 0, seed: 1)
    var expressions = RandomExpressions(seed: 3)
    for _ in 0..<100 { _ = try agree(expressions.expression(2), columns) }
  }

  /// Compares both ways; tells whether they gave values.
  private func agree(_ expression: BoundExpression, _ columns: RandomColumns) throws -> Bool {
    let layout = FrameLayout()
    let frame = (0...RandomColumns.local).map { _ in SlotInfo(name: nil, type: .any) }
    let evaluation = try Evaluation.compile(
      expression, PlanContext(graph: columns.graph, frame: frame, layout: layout))
    let context = ExecutionContext(
      graph: columns.graph, parameters: GivenParameters(["s": .string("bb")]), frameSize: layout.frameSize)
    var batch = columns.batch
    while batch.columns.count < layout.frameSize { batch.columns.append(nil) }
    let rows: [String]?
    do {
      rows = try (0..<batch.count).map { try evaluation.value(batch, row: $0, context).notation }
    } catch { rows = nil }
    var whole: [String]?
    do {
      let vector = try evaluation.root.vector(batch, context)
      whole = (0..<batch.count).map { vector.value(at: $0).notation }
      #expect(vector.count == batch.count)
    } catch {}
    if let rows, rows.allSatisfy({ ["true", "false", "null"].contains($0) }) {
      let held = try evaluation.holding(batch, context) ?? Array(0..<Int32(batch.count))
      #expect(held == rows.indices.filter { rows[$0] == "true" }.map { Int32($0) })
    }
    if rows != whole {
      Issue.record("\(PlanContext(graph: columns.graph, frame: frame, layout: layout).text(of: expression))")
      #expect(rows == whole)
    }
    return rows != nil
  }
}
