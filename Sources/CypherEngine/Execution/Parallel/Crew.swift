import CypherSyntax
import PropertyGraph

/// The threads of one parallel step: the calling one, and helpers once it has turned out that there is much to do.
final class Crew {
  private let shelves: Shelves
  private let own: Hand
  private let makeHand: () -> Hand
  private let stop = CancellationFlag()
  private var helpers: [Worker] = []
  private var isHelped = false

  /// So many parts the calling thread does alone: starting a thread takes as long as some of them.
  private static let partsAlone = 3

  init(_ plan: ParallelPlan, _ nextPart: @escaping () -> ScanPart?, _ context: ExecutionContext) {
    shelves = Shelves(nextPart)
    makeHand = { [stop] in Hand(plan, context, stop) }
    own = makeHand()
  }

  /// The next rows in order: what lies ready, else what the calling thread makes meanwhile.
  func next(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      switch shelves.take(workingOn: own.part) {
      case .rows(let batch): return batch
      case .failure(let error): throw error
      case .end: return nil
      case .work(let claim):
        if let claim { start(claim) }
        try context.check()
        own.step(shelves)
      }
    }
  }

  private func start(_ claim: Shelves.Claim) {
    own.begin(claim)
    guard !isHelped, claim.number >= Self.partsAlone else { return }
    isHelped = true
    for _ in 1..<Threads.count {
      let (shelves, hand) = (shelves, makeHand())
      let helper = Worker {
        while let claim = shelves.claim() {
          hand.begin(claim)
          while hand.part != nil, shelves.hasRoom(for: claim.number) { hand.step(shelves) }
        }
      }
      if let helper { helpers.append(helper) }
    }
  }

  /// Ends the helpers; nothing is given afterwards.
  func dismiss() {
    stop.raise()
    shelves.close()
    for helper in helpers { helper.join() }
    helpers = []
  }
}

/// What one thread does of the steps, part after part.
private final class Hand: @unchecked Sendable {
  private let steps: PartSteps
  /// The number of the part at hand.
  private(set) var part: Int?

  init(_ plan: ParallelPlan, _ context: ExecutionContext, _ stop: CancellationFlag) {
    steps = PartSteps(plan, context, stop)
  }

  /// Takes a part.
  func begin(_ claim: Shelves.Claim) {
    steps.begin(claim.part)
    part = claim.number
  }

  /// Makes some rows and puts them on the shelf of their part.
  func step(_ shelves: Shelves) {
    guard let part else { return }
    do {
      if let batch = try steps.next() { return shelves.put(batch, part) }
      shelves.finish(part, nil)
    } catch {
      shelves.finish(part, error)
    }
    self.part = nil
  }
}
