extension Adjacency {
  /// Fills both directions of a type, which are empty, with its relationships, given ascending.
  ///
  /// Three passes sort without comparing: by end in the order of ids; then, reading that by end, into the runs of the
  /// starts, which so ascend by end; then, reading these by start, into the runs of the ends once more.
  static func build(
    _ outgoing: Adjacency, _ incoming: Adjacency, _ ids: UnsafeBufferPointer<UInt32>,
    _ ends: UnsafePointer<Endpoints>, nodeLimit: Int
  ) {
    // Address space is free where nothing is written, so the next growth may be far.
    outgoing.entries.reserve(nodeLimit * 2)
    incoming.entries.reserve(nodeLimit * 2)
    for id in ids {
      outgoing.expect(ends[Int(id)].start)
      incoming.expect(ends[Int(id)].end)
      if ends[Int(id)].start == ends[Int(id)].end { outgoing.loopCount += 1 }
    }
    incoming.loopCount = outgoing.loopCount
    outgoing.layOut()
    incoming.layOut()
    for id in ids {
      incoming.place(ends[Int(id)].end, neighbour: ends[Int(id)].start, relationship: id)
    }
    incoming.pour(into: outgoing)
    incoming.rewind()
    outgoing.pour(into: incoming)
  }

  /// Calls with every node that has relationships, ascending, and their number.
  func forEachNode(_ body: (UInt32, Int) -> Void) {
    for node in filledNodes where entries[Int(node)].count > 0 { body(node, Int(entries[Int(node)].count)) }
  }

  /// Counts a relationship at a node that is placed later.
  private func expect(_ node: UInt32) {
    note(node)
    entries.base[Int(node)].count += 1
    count += 1
  }

  /// Gives each node with several relationships its run; `second` counts what is placed.
  private func layOut() {
    var end = 0
    for node in filledNodes where entries[Int(node)].count > 1 {
      entries.base[Int(node)].first = UInt32(end)
      end += Int(entries[Int(node)].count)
    }
    arena.reserve(end)
  }

  /// Puts a relationship behind those of its node that were placed.
  @inline(__always)
  private func place(_ node: UInt32, neighbour: UInt32, relationship: UInt32) {
    let entry = entries.base + Int(node)
    if entry.pointee.count == 1 {
      entry.pointee.first = neighbour
      entry.pointee.second = relationship
    } else {
      arena.set(Int(entry.pointee.first &+ entry.pointee.second), neighbour, relationship)
      entry.pointee.second &+= 1
    }
  }

  /// Places every relationship at its other end as well, in the order of this one.
  private func pour(into other: Adjacency) {
    let view = view
    for node in filledNodes {
      let neighbours = view.neighbours(of: node)
      let relationships = view.relationships(of: node)
      for index in neighbours.indices {
        other.place(neighbours[index], neighbour: node, relationship: relationships[index])
      }
    }
  }

  /// Makes the runs ready to be filled again.
  private func rewind() {
    for node in filledNodes where entries[Int(node)].count > 1 { entries.base[Int(node)].second = 0 }
  }
}
