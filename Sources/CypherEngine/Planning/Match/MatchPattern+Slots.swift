extension MatchPattern {
  /// The edges that a step finds.
  func edges(of step: MatchStep) -> [Int] {
    switch step {
    case .scan(let edge), .ends(let edge), .expand(let edge, _), .close(let edge), .chain(let edge, _),
      .list(let edge, _), .shortest(let edge, _):
      [edge]
    case .intersect(_, let edges): edges
    case .join(let order, _): order.entries.flatMap { edges(of: $0.step) }
    case .find, .check, .filter, .path, .distinct: []
    }
  }

  /// The slots that are filled after a step, some of them perhaps before.
  func slots(of step: MatchStep) -> [Slot] {
    switch step {
    case .find(let node, _): return [nodes[node].slot]
    case .intersect(let node, let found): return [nodes[node].slot] + found.map { edges[$0].slot }
    case .path(let part): return [parts[part].pathSlot].compactMap { $0 }
    case .join(let order, _): return order.entries.flatMap { slots(of: $0.step) }
    case .check, .filter, .distinct: return []
    case .shortest(let edge, _):
      let part = parts.first { $0.relationships == [edge] }
      return ends(of: edge) + [edges[edge].slot] + [part?.pathSlot].compactMap { $0 }
    case .scan(let edge), .ends(let edge), .expand(let edge, _), .close(let edge), .chain(let edge, _),
      .list(let edge, _):
      return ends(of: edge) + [edges[edge].slot]
    }
  }

  /// The slots that a step reads, where some edges have been found before.
  func reads(of step: MatchStep, found: [Int]) -> SlotSet {
    switch step {
    case .find(_, let choice): return choice.reads
    case .scan: return SlotSet()
    case .check(let node): return SlotSet([nodes[node].slot])
    case .filter(let list):
      return list.reduce(into: SlotSet()) { $0.formUnion(conjuncts[$1].slots) }
    case .path(let part):
      return SlotSet(
        parts[part].nodes.map { nodes[$0].slot } + parts[part].relationships.map { edges[$0].slot })
    case .join(_, let keys): return keys.reduce(into: SlotSet()) { $0.formUnion($1.left.slots) }
    case .distinct(let new, let old):
      return SlotSet((new + old).map { edges[$0].slot })
    case .expand(let edge, _), .chain(let edge, _), .list(let edge, _), .ends(let edge), .close(let edge):
      return reads(edge, found)
    case .intersect(_, let arms): return arms.reduce(into: SlotSet()) { $0.formUnion(reads($1, found)) }
    case .shortest(let edge, let list):
      return list.reduce(into: reads(edge, found)) { $0.formUnion(conjuncts[$1].slots) }
    }
  }

  /// What an edge may not be matched by, where some edges have been found before.
  func used(by edge: Int, found: [Int]) -> UsedRelationships {
    var used = UsedRelationships()
    for rival in edges[edge].rivals where found.contains(rival) {
      if edges[rival].length == nil {
        used.singles.append(edges[rival].slot)
      } else {
        used.lists.append(edges[rival].slot)
      }
    }
    return used
  }

  private func ends(of edge: Int) -> [Slot] { [nodes[edges[edge].from].slot, nodes[edges[edge].to].slot] }

  /// What is read to find an edge; an end that is new is named as well, which does no harm.
  private func reads(_ index: Int, _ found: [Int]) -> SlotSet {
    let edge = edges[index]
    var slots = SlotSet(ends(of: index))
    slots.formUnion(used(by: index, found: found).slots)
    for test in edge.tests { slots.formUnion(test.slots) }
    slots.remove(edge.elementSlot)
    if edge.isBound { slots.insert(edge.slot) }
    return slots
  }
}
