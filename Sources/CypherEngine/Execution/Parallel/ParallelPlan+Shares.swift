import CypherSyntax
import PropertyGraph

extension ParallelPlan {
  /// Makes something of every share of the rows: as many as threads pay, one after the other in the order of the rows.
  ///
  /// Shares are cut before any is begun, so that what is made of them does not depend on which thread was the faster.
  ///
  /// - Parameter make: is given the steps over a share's rows and the context of the thread that makes it.
  /// - Throws: what the first share that failed threw.
  func shares<Made>(
    _ context: ExecutionContext,
    _ make: @escaping @Sendable (Operator, ExecutionContext) throws(CypherError) -> Made
  ) throws(CypherError) -> [Made] {
    let stop = CancellationFlag()
    let shares = cutScan(of: context.graph).map { Share(self, $0, context, stop, make) }
    let helpers = shares.dropFirst().map { share in Worker { share.run() } }
    shares[0].run()
    for (share, helper) in zip(shares.dropFirst(), helpers) {
      if shares[0].hasFailed { stop.raise() }
      if let helper { helper.join() } else { share.run() }
    }
    var made: [Made] = []
    for share in shares { made.append(try share.made.get()) }
    return made
  }

  /// The parts of the scan in as many runs as threads pay, one at least.
  private func cutScan(of graph: Graph) -> [ArraySlice<ScanPart>] {
    var parts: [ScanPart] = []
    let next = scan.parts(of: graph)
    while let part = next() { parts.append(part) }
    let size = max(1, (parts.count + Threads.count - 1) / Threads.count)
    let runs = stride(from: 0, to: parts.count, by: size).map { parts[$0..<min($0 + size, parts.count)] }
    return runs.isEmpty ? [[]] : runs
  }
}

/// What one thread makes of its share.
///
/// Another one looks at it only before it is begun and after it has ended.
private final class Share<Made>: @unchecked Sendable {
  private let input: ShareOperator
  private let context: ExecutionContext
  private let make: @Sendable (Operator, ExecutionContext) throws(CypherError) -> Made
  private(set) var made: Result<Made, CypherError>

  init(
    _ plan: ParallelPlan, _ parts: ArraySlice<ScanPart>, _ context: ExecutionContext,
    _ stop: CancellationFlag,
    _ make: @escaping @Sendable (Operator, ExecutionContext) throws(CypherError) -> Made
  ) {
    self.context = context.beside(stop)
    self.make = make
    let (root, leaf) = plan.makeSteps(self.context.builder)
    input = ShareOperator(root, leaf, parts)
    made = .failure(.cancelled)
  }

  var hasFailed: Bool {
    if case .failure = made { true } else { false }
  }

  func run() {
    do { made = .success(try make(input, context)) } catch { made = .failure(error) }
  }
}

/// Gives the rows of some parts of a scan, one part after the other.
private final class ShareOperator: Operator {
  private let root: Operator
  private let leaf: ScanOperator
  private var parts: ArraySlice<ScanPart>
  private var isInPart = false

  init(_ root: Operator, _ leaf: ScanOperator, _ parts: ArraySlice<ScanPart>) {
    self.root = root
    self.leaf = leaf
    self.parts = parts
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if isInPart, let batch = try root.next(context) { return batch }
      guard let part = parts.popFirst() else { return nil }
      root.reset()
      leaf.part = part
      isInPart = true
    }
  }
}
