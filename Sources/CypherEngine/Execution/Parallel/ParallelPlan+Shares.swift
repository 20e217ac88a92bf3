import CypherSyntax
import PropertyGraph

extension ParallelPlan {
  /// All parts of the scan, in order.
  func parts(of graph: Graph) -> [ScanPart] {
    var parts: [ScanPart] = []
    let next = scan.parts(of: graph)
    while let part = next() { parts.append(part) }
    return parts
  }

  /// The steps over one part, on the calling thread.
  func share(of part: ScanPart?, _ context: ExecutionContext) -> Operator {
    var part = part
    return ShareOperator(PartSteps(self, context, CancellationFlag())) {
      defer { part = nil }
      return part
    }
  }

  /// Makes something of every share of some parts, a share a thread at first, in the order of the rows.
  ///
  /// A thread that has done with its share takes half of what is left of the longest: where the shares end depends on
  /// who was faster, and what is made of them together may not depend on that.
  ///
  /// - Parameter make: is given the steps over a share's rows and the context of the thread that makes it.
  /// - Throws: what the first share that failed threw.
  func shares<Made>(
    of parts: ArraySlice<ScanPart>, _ context: ExecutionContext,
    _ make: @escaping @Sendable (Operator, ExecutionContext) throws(CypherError) -> Made
  ) throws(CypherError) -> [Made] {
    let sharing = Sharing(self, parts, context, make)
    let helpers = (1..<Threads.count).prefix(sharing.mostHelpers).compactMap { _ in Worker { sharing.help() }
    }
    sharing.begin()
    for helper in helpers { helper.join() }
    return try sharing.made()
  }
}

/// The parts of a scan as several threads divide them.
private final class Sharing<Made>: @unchecked Sendable {
  typealias Make = @Sendable (Operator, ExecutionContext) throws(CypherError) -> Made

  /// So many parts are divided at least: to join what was made of them costs as much as some of them.
  private static var fewest: Int { 4 }

  private let plan: ParallelPlan
  private let context: ExecutionContext
  private let make: Make
  private let parts: ArraySlice<ScanPart>
  private let gate = Gate()
  /// The shares in the order of the rows; what a share has made is looked at when all threads have ended.
  private var shares: [Share<Made>]
  private var hasFailed = false

  init(
    _ plan: ParallelPlan, _ parts: ArraySlice<ScanPart>, _ context: ExecutionContext, _ make: @escaping Make
  ) {
    self.plan = plan
    self.parts = parts
    self.context = context
    self.make = make
    shares = [Share(parts.indices)]
  }

  /// How many threads beside the calling one find something to do.
  var mostHelpers: Int { parts.count / Self.fewest }

  /// Does the first share, and then as a helper does.
  func begin() {
    run(shares[0])
    help()
  }

  /// Does halves of shares while there are any.
  func help() { while let share = half() { run(share) } }

  private func run(_ share: Share<Made>) {
    let steps = PartSteps(plan, context, share.stop)
    let input = ShareOperator(steps) { self.gate.locked { share.rest.popFirst().map { self.parts[$0] } } }
    do {
      share.made = .success(try make(input, steps.context))
    } catch {
      share.made = .failure(error)
      fail(share)
    }
  }

  /// The second half of what is left of the longest share, which becomes a share.
  private func half() -> Share<Made>? {
    gate.locked {
      guard !hasFailed,
        let longest = shares.indices.max(by: { shares[$0].rest.count < shares[$1].rest.count })
      else { return nil }
      let rest = shares[longest].rest
      guard rest.count >= Self.fewest else { return nil }
      let middle = rest.lowerBound + rest.count / 2
      shares[longest].rest = rest.lowerBound..<middle
      let share = Share<Made>(middle..<rest.upperBound)
      shares.insert(share, at: longest + 1)
      return share
    }
  }

  /// Nobody wants the shares after one that failed; one before it may fail yet, and that is the error then.
  private func fail(_ share: Share<Made>) {
    gate.locked {
      hasFailed = true
      for later in shares.drop(while: { $0 !== share }).dropFirst() {
        later.rest = 0..<0
        later.stop.raise()
      }
    }
  }

  /// What was made of all shares, in order; all threads have ended.
  func made() throws(CypherError) -> [Made] {
    var all: [Made] = []
    for share in shares { if let made = share.made { all.append(try made.get()) } }
    return all
  }
}

/// Parts that one thread does one after the other.
private final class Share<Made>: @unchecked Sendable {
  /// The parts that are not begun.
  var rest: Range<Int>
  let stop = CancellationFlag()
  var made: Result<Made, CypherError>?

  init(_ rest: Range<Int>) { self.rest = rest }
}

/// Gives the rows of the parts that it is given.
private final class ShareOperator: Operator {
  private let steps: PartSteps
  private let nextPart: () -> ScanPart?
  private var isInPart = false

  init(_ steps: PartSteps, _ nextPart: @escaping () -> ScanPart?) {
    self.steps = steps
    self.nextPart = nextPart
  }

  override func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if isInPart, let batch = try steps.next() { return batch }
      guard let part = nextPart() else { return nil }
      steps.begin(part)
      isInPart = true
    }
  }
}
