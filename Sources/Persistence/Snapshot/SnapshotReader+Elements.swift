internal import PropertyGraph

extension SnapshotReader {
  mutating func readNodes() throws(DataError) {
    guard header.hasIndexes else { throw json.error(.missingMember("indexes", of: .header)) }
    loader.reserve(nodes: header.nodeCount ?? 0, relationships: header.relationshipCount ?? 0)
    var members = KeyTable(["id", "labels", "properties"])
    var sets: [LabelSetID] = []
    var found = 0
    var isFirst = true
    try json.beginArray()
    while try json.nextElement(isFirst: &isFirst) {
      _ = try json.peek()
      try readNode(&members, &sets, at: json.offset)
      found += 1
    }
    header.foundNodes = found
  }

  @inline(__always)
  private mutating func readNode(
    _ members: inout KeyTable, _ sets: inout [LabelSetID], at offset: Int
  ) throws(DataError) {
    var id: UInt32?
    var set: Int?
    try json.beginObject()
    members.begin()
    while let member = try json.nextKey(in: &members) {
      switch member {
      case 0: id = try readID()
      case 1:
        let number = try labels.read(&json)
        if number == sets.count { sets.append(loader.labelSet(labels.sets[number])) }
        set = number
      case 2:
        guard let id else { throw json.error(.missingMember("id", of: .node)) }
        guard let set else { throw json.error(.missingMember("labels", of: .node)) }
        guard loader.node(id, sets[set]) else {
          throw json.error(.duplicateID(String(id), of: .node), at: offset)
        }
        try readProperties()
      default: try passUnknown(members.name(member), of: .node)
      }
    }
    if !members.has(2) { throw json.error(.missingMember("properties", of: .node), at: offset) }
  }

  mutating func readRelationships() throws(DataError) {
    guard header.foundNodes != nil else { throw json.error(.missingMember("nodes", of: .header)) }
    var members = KeyTable(["id", "type", "start", "end", "properties"])
    var found = 0
    var isFirst = true
    try json.beginArray()
    while try json.nextElement(isFirst: &isFirst) {
      _ = try json.peek()
      try readRelationship(&members, at: json.offset)
      found += 1
    }
    header.foundRelationships = found
  }

  @inline(__always)
  private mutating func readRelationship(_ members: inout KeyTable, at offset: Int) throws(DataError) {
    var id: UInt32 = 0
    var type = TypeID(0)
    var start: UInt32 = 0
    var end: UInt32 = 0
    var found = 0
    try json.beginObject()
    members.begin()
    while let member = try json.nextKey(in: &members) {
      found |= member < 5 ? 1 << member : 0
      switch member {
      case 0: id = try readID()
      case 1: type = try types.read(&json)
      case 2: start = try readID()
      case 3: end = try readID()
      case 4:
        guard found == 0b11111 else { throw missingMember(found) }
        switch loader.relationship(id, type, from: start, to: end) {
        case .ok: break
        case .duplicateID: throw json.error(.duplicateID(String(id), of: .relationship), at: offset)
        case .missingStart:
          throw json.error(.missingNode(id: String(start), relationship: String(id)), at: offset)
        case .missingEnd:
          throw json.error(.missingNode(id: String(end), relationship: String(id)), at: offset)
        }
        try readProperties()
      default: try passUnknown(members.name(member), of: .relationship)
      }
    }
    if found != 0b11111 { throw missingMember(found) }
  }

  private func missingMember(_ found: Int) -> DataError {
    let names = ["id", "type", "start", "end", "properties"]
    return json.error(.missingMember(names[(~found).trailingZeroBitCount], of: .relationship))
  }

  @inline(__always)
  private mutating func readProperties() throws(DataError) {
    try properties.begin(&json)
    while let key = try properties.next(&json) {
      loader.property(key, stored: try ValueCoding.readStored(&json))
    }
  }

  @inline(__always)
  private mutating func readID() throws(DataError) -> UInt32 {
    let offset = json.offset
    let number = try json.integer()
    guard let id = UInt32(exactly: number), id < BulkLoader.idLimit else {
      throw json.error(.badID(String(number)), at: offset)
    }
    return id
  }
}
