/// A property graph in memory: nodes with labels, relationships with types, properties on both, and the log of changes.
///
/// A graph is used from one thread. What it gives for kernels (`AdjacencyView`, `ColumnSegment`, `TextBytes`) may be
/// read by several until the next change.
public final class Graph {
  /// The strings of all properties.
  public let texts = TextHeap()
  /// What tells the time of a commit; settable, so that tests are not bound to the day.
  public var clock: @Sendable () -> ZonedDateTime = systemTime

  var labelTable = SymbolTable()
  var typeTable = SymbolTable()
  var keyTable = SymbolTable()
  var nodes: [PlainNode?] = []
  var relationships: [PlainRelationship?] = []
  var outgoing: [Adjacency] = []
  var incoming: [Adjacency] = []
  var nodeIndexes: [NodeIndex] = []
  var log = ChangeLog()

  /// Makes an empty graph.
  public init() {}
}

struct PlainNode {
  var labels: [LabelID]
  var properties: [Property]
}
struct PlainRelationship {
  let type: TypeID
  let start, end: NodeID
  var properties: [Property]
}
