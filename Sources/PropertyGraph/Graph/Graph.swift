/// A property graph in memory: nodes with labels, relationships with types, properties on both, the log of changes.
///
/// A graph is used from one thread. What it gives for kernels (`AdjacencyView`, `ColumnSegment`, `TextBytes`) may be
/// read by several until the next change.
public final class Graph {
  /// The strings of all properties.
  public let texts: TextHeap
  /// What tells the time of a commit; settable, so that tests are not bound to the day.
  public var clock: @Sendable () -> ZonedDateTime = systemTime

  @exclusivity(unchecked) var labelTable = SymbolTable()
  @exclusivity(unchecked) var typeTable = SymbolTable()
  @exclusivity(unchecked) var keyTable = SymbolTable()
  @usableFromInline let nodes: NodeStore
  @usableFromInline let relationships: RelationshipStore
  @exclusivity(unchecked) var indexStore = IndexStore()
  @exclusivity(unchecked) var log = ChangeLog()
  @exclusivity(unchecked) var images = BeforeImages()

  /// Makes an empty graph.
  public init() {
    texts = TextHeap()
    nodes = NodeStore(texts)
    relationships = RelationshipStore(texts)
  }
}
