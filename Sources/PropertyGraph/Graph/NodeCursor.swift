/// Gives the nodes of a label, or all, a batch at a time: all by id, those of a label by id within each table.
///
/// It holds as long as no node is deleted and no node's labels change; make it anew then. Nodes that come meanwhile
/// may be met or not.
public struct NodeCursor {
  private let nodes: NodeStore
  private let isOverAll: Bool
  /// The tables to come, the next one last.
  private var tables: [Int]
  /// The nodes of a table out of order, in order; nil: the table itself is read.
  private var sorted: [UInt32]?
  /// The next row of the table, or the next id of all.
  private var position = 0

  /// Makes a cursor before the first node of a label, or of all (nil).
  public init(_ graph: Graph, label: LabelID?) {
    nodes = graph.nodes
    isOverAll = label == nil
    tables = label == nil ? [] : nodes.tables(with: label).reversed()
    enterTable()
  }

  /// Appends up to so many nodes; false where none were left.
  public mutating func next(into ids: inout [UInt32], atMost limit: Int) -> Bool {
    let before = ids.count
    let end = before + min(limit, Int(NodeTable.hole))
    if isOverAll {
      appendAll(to: &ids, end)
    } else {
      while ids.count < end, let number = tables.last {
        appendRows(of: nodes.tables[number], to: &ids, end)
        if ids.count < end {
          tables.removeLast()
          enterTable()
        }
      }
    }
    return ids.count > before
  }

  private mutating func enterTable() {
    position = 0
    sorted = nil
    guard let number = tables.last else { return }
    let table = nodes.tables[number]
    if !table.isSorted { sorted = table.orderedRows.map { table.ids[$0] } }
  }

  private mutating func appendRows(of table: NodeTable, to ids: inout [UInt32], _ end: Int) {
    if let sorted {
      let stop = min(sorted.count, position + end - ids.count)
      ids.append(contentsOf: sorted[position..<stop])
      position = stop
    } else if table.count == table.rowCount {
      let stop = min(table.rowCount, position + end - ids.count)
      ids.append(contentsOf: table.ids.elements[min(position, stop)..<stop])
      position = stop
    } else {
      while position < table.rowCount && ids.count < end {
        let id = table.ids[position]
        if id < NodeTable.hole { ids.append(id) }
        position += 1
      }
    }
  }

  private mutating func appendAll(to ids: inout [UInt32], _ end: Int) {
    while position < Int(nodes.limit) && ids.count < end {
      if nodes.table(of: UInt32(position)) >= 0 { ids.append(UInt32(position)) }
      position += 1
    }
  }
}
