extension Graph {
  /// Checks that everything that is kept twice agrees; does nothing in release builds.
  ///
  /// - Complexity: linear in the graph, with a logarithm.
  func checkInvariants() {
    #if DEBUG
      nodes.checkInvariants()
      relationships.checkInvariants()
      checkDegreeSums()
      checkIndexes()
    #endif
  }
}

#if DEBUG
  extension Graph {
    private func checkDegreeSums() {
      for (type, table) in relationships.types.enumerated() {
        for direction in [Direction.outgoing, .incoming] {
          var sums = [Int](repeating: 0, count: nodes.tables.count)
          table.adjacency(direction).forEachNode { node, degree in sums[nodes.table(of: node)] += degree }
          for (number, sum) in sums.enumerated() {
            precondition(nodes.tables[number].degreeSum(type, direction) == sum, "degrees by table")
          }
        }
      }
    }

    private func checkIndexes() {
      for index in indexStore.all {
        let fresh = NodeIndex(index.info, texts)
        for number in nodes.tables(with: index.info.label) {
          let table = nodes.tables[number]
          for row in 0..<table.rowCount {
            let cell = table.properties.cell(index.info.key, row, texts)
            if !cell.isNull { fresh.insert(table.ids[row], cell) }
          }
        }
        precondition(fresh.count == index.count, "nodes of an index")
        precondition(fresh.distinctCount == index.distinctCount, "values of an index")
      }
    }
  }

  extension NodeStore {
    fileprivate func checkInvariants() {
      precondition(count == tables.reduce(0) { $0 + $1.count }, "nodes by table")
      for (number, table) in tables.enumerated() {
        table.checkInvariants()
        for row in 0..<table.rowCount where table.ids[row] < NodeTable.hole {
          let id = table.ids[row]
          precondition(self.table(of: id) == number && self.row(of: id) == row, "directory")
        }
        for label in table.labels { precondition(labels.has(number, Int(label.rawValue)), "label matrix") }
      }
    }
  }

  extension NodeTable {
    fileprivate func checkInvariants() {
      let ids = Array(ids.elements)
      precondition(ids.count { $0 < Self.hole } == count, "count of a table")
      let sorted = ids[..<sortedCount].map { $0 & ~Self.hole }
      precondition(zip(sorted, sorted.dropFirst()).allSatisfy(<), "order of a table")
      for (_, column) in properties.columns {
        precondition(column.count <= ids.count, "rows of a column")
        precondition((0..<column.count).count { !column.isNull($0) } == column.filled, "nulls of a column")
        for row in ids.indices where ids[row] >= Self.hole {
          precondition(column.isNull(row), "a hole has no properties")
        }
      }
    }
  }

  extension RelationshipStore {
    fileprivate func checkInvariants() {
      var counts = [Int](repeating: 0, count: types.count)
      for id in 0..<limit where type(of: id) >= 0 {
        counts[type(of: id)] += 1
        precondition(types[type(of: id)].ids.contains(id), "ids of a type")
      }
      precondition(counts.reduce(0, +) == count, "count of relationships")
      for (type, table) in types.enumerated() {
        precondition(
          table.outgoing.count == counts[type] && table.incoming.count == counts[type], "adjacency")
        table.outgoing.checkInvariants { (ends[Int($0)].start, ends[Int($0)].end) }
        table.incoming.checkInvariants { (ends[Int($0)].end, ends[Int($0)].start) }
      }
    }
  }

  extension Adjacency {
    /// Checks the runs against the ends of the relationships, near one first, and that no two blocks overlap.
    fileprivate func checkInvariants(_ ends: (UInt32) -> (near: UInt32, far: UInt32)) {
      var sum = 0
      var loops = 0
      forEachNode { node, degree in
        sum += degree
        let neighbours = Array(view.neighbours(of: node))
        loops += neighbours.count { $0 == node }
        let links = Array(view.relationships(of: node))
        for (neighbour, link) in zip(neighbours, links) {
          precondition(ends(link) == (node, neighbour), "ends of a relationship")
        }
        let pairs = zip(neighbours, links).map { UInt64($0) << 32 | UInt64($1) }
        precondition(zip(pairs, pairs.dropFirst()).allSatisfy(<), "order of a run")
      }
      precondition(sum == count, "count of an adjacency")
      precondition(loops == loopCount, "loops of an adjacency")
      let blocks = usedBlocks.sorted { $0.lowerBound < $1.lowerBound }
      for (block, next) in zip(blocks, blocks.dropFirst()) {
        precondition(block.upperBound <= next.lowerBound, "runs overlap")
      }
      if let last = blocks.last { precondition(last.upperBound <= arena.nodes.count, "a run past the arena") }
    }
  }
#endif
