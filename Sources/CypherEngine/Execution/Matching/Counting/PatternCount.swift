import CypherSyntax
import PropertyGraph

/// Counts the matches of a pattern without making them: all together, or for each node that matches one of its nodes.
struct PatternCountPlan: Plan {
  /// The plan of the nodes that pass the predicates about one node of the pattern.
  struct Candidates: Sendable {
    let node: Int
    let slot: Slot
    let plan: any Plan
  }

  let terms: [CountTerm]
  /// For each node of the pattern, the labels that it must have.
  let labels: [LabelTest]
  let candidates: [Candidates]
  /// The node by which is counted, and where it is held.
  let root: (node: Int, slot: Slot)?
  /// Where the rows tell how many matches each stands for.
  let weight: Slot
  let estimatedRows: Double
  let details: String

  var inputs: [any Plan] { candidates.map(\.plan) }
  var name: String { "PatternCount" }

  func makeOperator(_ inputs: [Operator], _ builder: OperatorBuilder) -> Operator {
    PatternCountOperator(self, inputs, frameSize: builder.frameSize)
  }
}

private final class PatternCountOperator: Operator {
  private let plan: PatternCountPlan
  private let inputs: [Operator]
  private let frameSize: Int
  private var result: (ids: [UInt32], weights: [Int64])?
  private var position = 0

  init(_ plan: PatternCountPlan, _ inputs: [Operator], frameSize: Int) {
    self.plan = plan
    self.inputs = inputs
    self.frameSize = frameSize
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if result == nil { result = try counted(context) }
    guard let result, position < result.weights.count else { return nil }
    let end = min(position + Batch.maximumCount, result.weights.count)
    var batch = Batch(frameSize: frameSize)
    batch.count = end - position
    if let root = plan.root { batch.columns[root.slot] = .nodes(Array(result.ids[position..<end])) }
    batch.columns[plan.weight] = .integers(Array(result.weights[position..<end]), nulls: nil)
    position = end
    return batch
  }

  override func reset() {
    result = nil
    position = 0
    for input in inputs { input.reset() }
  }

  private func counted(_ context: ExecutionContext) throws(CypherError) -> (ids: [UInt32], weights: [Int64]) {
    var sets: [Int: CandidateSet] = [:]
    for (candidates, input) in zip(plan.candidates, inputs) {
      sets[candidates.node] = try nodes(input, candidates.slot, context)
    }
    let counter = MapCounter(labels: plan.labels, candidates: sets, context: context)
    guard let root = plan.root else {
      let sum = try counter.sum(of: plan.terms)
      return ([], sum == 0 ? [] : [sum])
    }
    return try counter.weights(of: plan.terms, at: root.node)
  }

  private func nodes(
    _ input: Operator, _ slot: Slot, _ context: ExecutionContext
  ) throws(CypherError) -> CandidateSet {
    var ids: [UInt32] = []
    var bitmap = Bitmap(limit: context.graph.nodeLimit)
    while let batch = try input.next(context) {
      try context.check()
      for id in try batch.nodes(slot) where bitmap.insert(id) { ids.append(id) }
    }
    return CandidateSet(ids: ids, bitmap: bitmap)
  }
}

extension MapCounter {
  /// The number of matches: what the terms add up to.
  fileprivate func sum(of terms: [CountTerm]) throws(CypherError) -> Int64 {
    var sum: Int64 = 0
    for term in terms {
      sum = try sum.adding(term.coefficient, try count(term.pieces))
    }
    return sum
  }

  /// The nodes that match a node of the pattern, and in how many matches.
  fileprivate func weights(
    of terms: [CountTerm], at member: Int
  ) throws(CypherError) -> (ids: [UInt32], weights: [Int64]) {
    let nodes = nodes(for: [member])
    let sums = WeightTable(limit: UInt32(nodes.count))
    for term in terms {
      guard let root = term.root else { continue }
      let factor = try count(term.pieces)
      if factor == 0 || !canMap(root) { continue }
      let coefficient = term.coefficient
      let overflow = try sum(over: nodes, try program(root).among(scannedLabel(of: [member]))) {
        index, weight in
        let place = UInt32(index)
        let weight = weight.multipliedSaturated(factor)
        let (product, isBeyond) = weight.multipliedReportingOverflow(by: coefficient)
        let (sum, isFarBeyond) = sums[place].addingReportingOverflow(product)
        sums[place] = sum
        return weight == .max || isBeyond || isFarBeyond ? 1 : 0
      }
      if overflow > 0 { throw CypherError.countOverflow }
    }
    var found: (ids: [UInt32], weights: [Int64]) = ([], [])
    for (place, node) in nodes.enumerated() where sums[UInt32(place)] > 0 {
      found.ids.append(node)
      found.weights.append(sums[UInt32(place)])
    }
    return found
  }

  private func count(_ pieces: [CountShape]) throws(CypherError) -> Int64 {
    var product: Int64 = 1
    for piece in pieces where product != 0 { product = product.multipliedSaturated(try count(piece)) }
    return product
  }
}

extension Int64 {
  fileprivate func adding(_ coefficient: Int64, _ count: Int64) throws(CypherError) -> Int64 {
    let (product, isBeyond) = count.multipliedReportingOverflow(by: coefficient)
    let (sum, isFarBeyond) = addingReportingOverflow(product)
    if count == .max || isBeyond || isFarBeyond { throw CypherError.countOverflow }
    return sum
  }
}
