extension Adjacency {
  /// Fills this direction of a type, which is empty, with relationships given ascending.
  ///
  /// They are dealt to the runs of their nodes in the order of their ids; then each run, which lies together and is
  /// short as a rule, is sorted by neighbour.
  func build(
    _ ids: UnsafeBufferPointer<UInt32>, _ ends: UnsafePointer<Endpoints>, _ direction: Direction,
    nodeLimit: Int
  ) {
    // Address space is free where nothing is written, so the next growth may be far.
    entries.reserve(nodeLimit * 2)
    let isOutgoing = direction == .outgoing
    for id in ids {
      let (start, end) = (ends[Int(id)].start, ends[Int(id)].end)
      expect(isOutgoing ? start : end)
      if start == end { loopCount += 1 }
    }
    layOut()
    for id in ids {
      let (start, end) = (ends[Int(id)].start, ends[Int(id)].end)
      place(isOutgoing ? start : end, neighbour: isOutgoing ? end : start, relationship: id)
    }
    for node in filledNodes where entries[Int(node)].count > 1 {
      arena.sort(start: Int(entries[Int(node)].first), count: Int(entries[Int(node)].count))
    }
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
}
