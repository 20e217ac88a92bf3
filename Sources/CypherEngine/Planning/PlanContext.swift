import CypherSyntax
import PropertyGraph

/// What the planning of one clause knows of its surroundings.
struct PlanContext {
  /// The graph: its symbols, statistics and indexes.
  let graph: Graph
  /// What is known of the bound slots.
  let frame: [SlotInfo]
  /// The slots that anything after this clause reads; the others need not be carried.
  var needed = SlotSet()
  /// The variables whose properties the next clause reads.
  var propertyReads = SlotSet()
  /// Whether the clause may write batch by batch, as no row before or after depends on what is written meanwhile.
  var mayStream = false
  /// Whether several threads may share the work: nothing in the statement writes, and the plan runs once.
  var mayShare = false
  /// Whether a clause before this one writes.
  var hasWritten = false
  /// Where the rows between a match and the aggregation after it may tell how many equal rows each stands for; nil
  /// where every row must be given.
  var weight: Slot?
  /// The leaf for plans that start here: the whole query's, or that of the sub-plan at hand.
  var argument = ArgumentPlan(id: 0)
  /// Hands out hidden slots and leaves.
  let layout: FrameLayout

  /// Makes the context of a single query.
  init(graph: Graph, frame: [SlotInfo], layout: FrameLayout) {
    self.graph = graph
    self.frame = frame
    self.layout = layout
    layout.require(frame.count)
  }

  /// The context of a sub-plan: with a leaf of its own, and other needs.
  func applied(needed: SlotSet) -> PlanContext {
    var inner = self
    inner.needed = needed
    inner.argument = layout.newArgument()
    inner.mayStream = false
    inner.mayShare = false
    inner.weight = nil
    return inner
  }

  /// The rows of a plan, by several threads where that is allowed and pays.
  func shared(_ plan: any Plan) -> any Plan { mayShare ? plan.inParallel : plan }

  /// The same with more slots that are needed afterwards.
  func needing(_ slots: SlotSet) -> PlanContext {
    var result = self
    result.needed.formUnion(slots)
    return result
  }

  /// The name of a slot for EXPLAIN.
  func name(of slot: Slot) -> String {
    guard slot < frame.count, let name = frame[slot].name, name.utf8.first != 0 else { return "_\(slot)" }
    return name
  }
}

/// Hands out what must be unique in one statement while it is planned.
final class FrameLayout {
  /// The number of slots that every batch must have.
  private(set) var frameSize = 0
  private var lastArgument = 0

  /// Makes room for the bound slots of a part.
  func require(_ count: Int) { frameSize = max(frameSize, count) }

  /// A slot that no variable has, for what only operators know of.
  func newSlot() -> Slot {
    frameSize += 1
    return frameSize - 1
  }

  /// A leaf for a sub-plan.
  func newArgument() -> ArgumentPlan {
    lastArgument += 1
    return ArgumentPlan(id: lastArgument)
  }
}
