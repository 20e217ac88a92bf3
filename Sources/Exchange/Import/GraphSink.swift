internal import Persistence
internal import PropertyGraph

/// Where the nodes and relationships of an import go.
///
/// An element is begun, gets its properties, none of them twice, and is ended.
protocol GraphSink: ~Copyable {
  /// Begins a node with a set of labels, whose number is the same whenever the labels are.
  mutating func beginNode(_ labels: [LabelID], number: Int) throws(DataError)
  /// Begins a relationship between nodes that are there.
  mutating func beginRelationship(_ type: TypeID, from: UInt32, to: UInt32) throws(DataError)
  /// Sets a property of the element begun last; null sets nothing.
  mutating func property(_ key: KeyID, _ value: StoredValue)
  /// Ends the element begun last and gives its id.
  mutating func end() -> UInt32
  /// Takes relationships over that were read elsewhere, with the file's numbers as ends; false where that can't be.
  mutating func takeOver(_ part: Graph, _ ids: borrowing ForeignIDs) -> Bool
  /// Ends the import.
  mutating func finish()
}

/// Fills an empty graph without logging it.
struct BulkSink: GraphSink, ~Copyable {
  private var loader: BulkLoader
  private var sets: [LabelSetID?] = []
  private var nextNode: UInt32 = 0
  private var nextRelationship: UInt32 = 0
  private var last: UInt32 = 0

  init(_ graph: Graph) { loader = BulkLoader(graph) }

  /// Fills a graph with relationships alone, for another sink to take over.
  init(relationshipsOnlyInto part: Graph) { loader = BulkLoader(relationshipsOnlyInto: part) }

  @inline(__always)
  mutating func beginNode(_ labels: [LabelID], number: Int) throws(DataError) {
    while number >= sets.count { sets.append(nil) }
    let set = sets[number] ?? loader.labelSet(labels)
    sets[number] = set
    guard loader.node(nextNode, set) else { throw DataError(.tooMany("nodes")) }
    last = nextNode
    nextNode += 1
  }

  @inline(__always)
  mutating func beginRelationship(_ type: TypeID, from: UInt32, to: UInt32) throws(DataError) {
    guard loader.relationship(nextRelationship, type, from: from, to: to) == .ok else {
      throw DataError(.tooMany("relationships"))
    }
    last = nextRelationship
    nextRelationship += 1
  }

  @inline(__always)
  mutating func property(_ key: KeyID, _ value: StoredValue) { loader.property(key, stored: value) }

  @inline(__always)
  mutating func end() -> UInt32 { last }

  mutating func takeOver(_ part: Graph, _ ids: borrowing ForeignIDs) -> Bool {
    loader.takeOver(part) { ids.find(.integer(Int64($0))) }
  }

  mutating func finish() { loader.finish() }
}

/// Adds to a graph in its open transaction.
struct TransactionSink: GraphSink, ~Copyable {
  private enum Element {
    case node([LabelID])
    case relationship(TypeID, from: NodeID, to: NodeID)
  }

  private let graph: Graph
  private var element = Element.node([])
  private var properties: [(key: KeyID, value: Value)] = []

  init(_ graph: Graph) { self.graph = graph }

  mutating func beginNode(_ labels: [LabelID], number: Int) { element = .node(labels) }

  mutating func beginRelationship(_ type: TypeID, from: UInt32, to: UInt32) {
    element = .relationship(type, from: NodeID(from), to: NodeID(to))
  }

  mutating func property(_ key: KeyID, _ value: StoredValue) {
    if case .null = value { return }
    properties.append((key, value.value))
  }

  mutating func end() -> UInt32 {
    defer { properties.removeAll(keepingCapacity: true) }
    return switch element {
    case .node(let labels): graph.createNode(labels: labels, properties: properties).rawValue
    case .relationship(let type, let start, let end):
      graph.createRelationship(type, from: start, to: end, properties: properties).rawValue
    }
  }

  mutating func takeOver(_ part: Graph, _ ids: borrowing ForeignIDs) -> Bool { false }

  mutating func finish() {}
}
