import PropertyGraph
import Testing

extension ModelRun {
  /// One random change, rather one that makes things while there are few, rather one that deletes while there are many.
  mutating func change() {
    switch random.below(20) {
    case 0..<3: liveNodes.count < nodeAim ? createNode() : deleteNode()
    case 3: createNode()
    case 4..<8: liveLinks.count < nodeAim * linksPerNode ? createLink() : deleteLink()
    case 8: deleteLink()
    case 9..<13: setNodeProperty()
    case 13..<16: setLinkProperty()
    default: changeLabels()
    }
  }

  mutating func changeIndexes() {
    if let info = naive.indexes.sorted(by: { $0.name < $1.name }).first, random.chance(40) {
      #expect(graph.dropIndex(name: info.name))
      naive.indexes.remove(info)
      return
    }
    let label = labels[random.below(labels.count)]
    let key = keys[random.below(keys.count)]
    let isThere = naive.indexes.contains { $0.label == label && $0.key == key }
    let info = graph.createIndex(name: nil, label: label, key: key, isUnique: false)
    #expect((info == nil) == isThere)
    if let info { naive.indexes.insert(info) }
  }

  private mutating func createNode() {
    let chosen = (0..<random.below(3)).map { _ in labels[random.below(labels.count)] }
    let properties = randomProperties()
    let node = graph.createNode(labels: chosen, properties: properties)
    #expect(naive.nodes[node] == nil)
    naive.nodes[node] = NaiveGraph.Node(labels: Set(chosen), properties: stored(properties))
    liveNodes.append(node)
  }

  private mutating func deleteNode() {
    guard !liveNodes.isEmpty else { return }
    let node = liveNodes.remove(at: random.below(liveNodes.count))
    for link in naive.links(at: node) { delete(link) }
    graph.delete(node)
    naive.nodes[node] = nil
  }

  private mutating func createLink() {
    guard !liveNodes.isEmpty else { return }
    let (from, to) = (liveNodes[random.below(liveNodes.count)], liveNodes[random.below(liveNodes.count)])
    let type = types[random.below(types.count)]
    let properties = random.chance(50) ? [] : randomProperties()
    let link = graph.createRelationship(type, from: from, to: to, properties: properties)
    #expect(naive.relationships[link] == nil)
    naive.relationships[link] = NaiveGraph.Relationship(
      type: type, start: from, end: to, properties: stored(properties))
    liveLinks.append(link)
  }

  private mutating func deleteLink() {
    if !liveLinks.isEmpty { delete(liveLinks[random.below(liveLinks.count)]) }
  }

  private mutating func delete(_ link: RelationshipID) {
    graph.delete(link)
    naive.relationships[link] = nil
    liveLinks.removeAll { $0 == link }
  }

  private mutating func setNodeProperty() {
    guard !liveNodes.isEmpty else { return }
    let node = liveNodes[random.below(liveNodes.count)]
    let (key, value) = randomProperty()
    graph.set(key, of: node, to: value)
    naive.nodes[node]?.properties[key] = value.isNull ? nil : value
  }

  private mutating func setLinkProperty() {
    guard !liveLinks.isEmpty else { return }
    let link = liveLinks[random.below(liveLinks.count)]
    let (key, value) = randomProperty()
    graph.set(key, of: link, to: value)
    naive.relationships[link]?.properties[key] = value.isNull ? nil : value
  }

  private mutating func changeLabels() {
    guard !liveNodes.isEmpty else { return }
    let node = liveNodes[random.below(liveNodes.count)]
    let label = labels[random.below(labels.count)]
    if random.chance(50) {
      graph.add(label, to: node)
      naive.nodes[node]?.labels.insert(label)
    } else {
      graph.remove(label, from: node)
      naive.nodes[node]?.labels.remove(label)
    }
  }

  private mutating func randomProperties() -> [Property] {
    (0..<random.below(5)).map { _ in randomProperty() }
  }

  private mutating func randomProperty() -> Property {
    let position = random.below(keys.count)
    let values = SampleValues.byKey[position]
    return (keys[position], random.chance(20) ? .null : values[random.below(values.count)])
  }

  private func stored(_ properties: [Property]) -> [KeyID: Value] {
    var last: [KeyID: Value] = [:]
    for (key, value) in properties { last[key] = value }
    return last.filter { !$0.value.isNull }
  }
}
