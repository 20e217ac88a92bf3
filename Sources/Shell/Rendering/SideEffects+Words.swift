import PropertyGraph

extension SideEffects {
  /// The counts by openCypher's names, in a fixed order, zeros left out.
  var named: [(name: String, count: Int)] {
    [
      ("+nodes", nodesCreated), ("-nodes", nodesDeleted), ("+relationships", relationshipsCreated),
      ("-relationships", relationshipsDeleted), ("+labels", labelsAdded), ("-labels", labelsRemoved),
      ("+properties", propertiesSet), ("-properties", propertiesRemoved),
    ].filter { $0.1 > 0 }
  }

  /// `1 node created, 2 properties set`.
  var words: String {
    let parts = [
      (nodesCreated, "node", "created"), (nodesDeleted, "node", "deleted"),
      (relationshipsCreated, "relationship", "created"), (relationshipsDeleted, "relationship", "deleted"),
      (labelsAdded, "label", "new"), (labelsRemoved, "label", "gone"),
      (propertiesSet, "property", "set"), (propertiesRemoved, "property", "removed"),
    ].filter { $0.0 > 0 }.map { count, noun, verb in
      "\(counted(count, noun, noun == "property" ? "properties" : nil)) \(verb)"
    }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }
}
