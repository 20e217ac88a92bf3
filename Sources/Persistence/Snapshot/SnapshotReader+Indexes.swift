internal import PropertyGraph

extension SnapshotReader {
  /// Reads the indexes, which come before the nodes.
  mutating func readIndexes() throws(DataError) {
    var members = KeyTable(["name", "label", "key", "unique"])
    var isFirst = true
    try json.beginArray()
    while try json.nextElement(isFirst: &isFirst) {
      _ = try json.peek()
      try readIndex(&members, at: json.offset)
    }
    header.hasIndexes = true
  }

  private mutating func readIndex(_ members: inout KeyTable, at offset: Int) throws(DataError) {
    var name: String?
    var label: LabelID?
    var key: KeyID?
    var isUnique: Bool?
    try json.beginObject()
    members.begin()
    while let member = try json.nextKey(in: &members) {
      switch member {
      case 0: name = try json.string()
      case 1: label = graph.intern(label: try json.string())
      case 2: key = graph.intern(key: try json.string())
      case 3: isUnique = try json.boolean()
      default: try passUnknown(members.name(member), of: .index)
      }
    }
    guard let name else { throw json.error(.missingMember("name", of: .index), at: offset) }
    guard let label else { throw json.error(.missingMember("label", of: .index), at: offset) }
    guard let key else { throw json.error(.missingMember("key", of: .index), at: offset) }
    guard let isUnique else { throw json.error(.missingMember("unique", of: .index), at: offset) }
    let info = IndexInfo(name: name, label: label, key: key, isUnique: isUnique)
    guard loader.index(info) else { throw json.error(.duplicateID(name, of: .index), at: offset) }
  }

  /// Checks that the values of unique indexes are.
  func checkIndexes(path: String?) throws(DataError) {
    if let broken = graph.brokenConstraint { throw DataError(.notUnique(index: broken.name), path: path) }
  }
}
