/// What the graph was at a place in the open transaction: to become that again takes no longer, however much changes.
///
/// What is about to change is copied once, before its first change, and is put in the place of what it became. So a
/// transaction that changed much is not taken back change by change, which takes as long as making the changes.
/// Source: before-images of shadow paging (Gray et al. 1981, "The Recovery Manager of System R"), with tables and
/// adjacencies for pages.
struct BeforeImage {
  /// The number of changes that the transaction had made.
  let position: Int
  private let nodes: NodeStoreImage
  private let relationships: RelationshipStoreImage
  private let indexes: IndexStore

  /// Begins to keep what is about to change.
  init(of graph: Graph) {
    position = graph.mark.position
    nodes = NodeStoreImage(of: graph.nodes)
    relationships = RelationshipStoreImage(of: graph.relationships)
    indexes = graph.indexStore.copy()
    graph.nodes.images.append(nodes)
    graph.relationships.images.append(relationships)
  }

  /// The bytes that were copied.
  var bytes: Int { nodes.bytes + relationships.bytes }

  /// Keeps nothing more.
  func end(_ graph: Graph) {
    graph.nodes.images.removeAll { $0 === nodes }
    graph.relationships.images.removeAll { $0 === relationships }
  }

  /// Makes the graph what it was; what it became goes with this.
  ///
  /// - Complexity: the number of tables and types, and of entities that came since.
  func restore(_ graph: Graph) {
    graph.nodes.restore(nodes)
    graph.relationships.restore(relationships)
    graph.indexStore = indexes
  }
}
