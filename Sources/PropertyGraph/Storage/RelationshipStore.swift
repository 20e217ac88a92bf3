/// The nodes at the ends of a relationship.
@frozen @usableFromInline struct Endpoints: BitwiseCopyable {
  @usableFromInline let start: UInt32
  @usableFromInline let end: UInt32

  @inlinable init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }
}

/// All relationships: their types and ends by id, and what each type keeps.
@usableFromInline final class RelationshipStore {
  /// The type of each relationship plus one, by id; 0 is none, `rareCode` stands for a type in `rareTypes`.
  @exclusivity(unchecked) @usableFromInline var codes = SparseBuffer<UInt16>()
  /// The ends of each relationship, by id.
  @exclusivity(unchecked) @usableFromInline var ends = SparseBuffer<Endpoints>()
  /// The row of each relationship among its type's properties plus one, by id; 0: it has none.
  @exclusivity(unchecked) private(set) var rows = SparseBuffer<UInt32>()
  /// The types of relationships whose type has no code of its own.
  @exclusivity(unchecked) @usableFromInline var rareTypes: [UInt32: Int] = [:]
  /// All ids are below.
  @exclusivity(unchecked) @usableFromInline private(set) var limit: UInt32 = 0
  /// The number of relationships.
  @exclusivity(unchecked) @usableFromInline private(set) var count = 0
  /// What each type keeps, by type; types past the end have no relationships.
  @exclusivity(unchecked) private(set) var types: [RelationshipTable] = []
  /// What is about to change is copied into these first.
  @exclusivity(unchecked) var images: [RelationshipStoreImage] = []
  private let texts: TextHeap

  /// Stands for the types that need more than 16 bits.
  @usableFromInline static let rareCode: UInt16 = .max

  init(_ texts: TextHeap) { self.texts = texts }

  deinit {
    codes.free()
    ends.free()
    rows.free()
  }

  /// The type of a relationship, or -1 where it is not there.
  @inlinable func type(of id: UInt32) -> Int {
    guard Int(id) < codes.capacity else { return -1 }
    let code = codes[Int(id)]
    return code == Self.rareCode ? rareTypes[id] ?? -1 : Int(code) &- 1
  }

  /// The row of a relationship among its type's properties, or -1 where it has none.
  @inline(__always)
  func row(of id: UInt32) -> Int { Int(id) < rows.capacity ? Int(rows[Int(id)]) - 1 : -1 }

  /// What a relationship has under a key.
  func cell(_ key: KeyID, _ id: UInt32) -> Cell {
    let (type, row) = (type(of: id), row(of: id))
    return type < 0 || row < 0 ? .null : types[type].properties.cell(key, row, texts)
  }

  /// The properties of a relationship, by key.
  func properties(_ id: UInt32) -> [Property] {
    let (type, row) = (type(of: id), row(of: id))
    return type < 0 || row < 0 ? [] : types[type].properties.properties(row, texts)
  }

  /// What a type keeps, made where it is missing.
  func table(for type: TypeID) -> RelationshipTable {
    while types.count <= Int(type.rawValue) { types.append(RelationshipTable()) }
    return types[Int(type.rawValue)]
  }

  /// A range that holds the ids of all relationships of a type.
  func ids(of type: TypeID) -> Range<UInt32> {
    Int(type.rawValue) < types.count ? types[Int(type.rawValue)].ids : 0..<0
  }

  /// Makes room for ids below a limit.
  func reserve(_ limit: Int) {
    codes.reserve(limit)
    ends.reserve(limit)
  }
}

extension RelationshipStore {
  /// Notes a relationship without properties; its adjacency is not touched.
  func insert(_ id: UInt32, _ type: TypeID, start: UInt32, end: UInt32) {
    let table = table(for: type)
    keep(id, Int(type.rawValue))
    codes.grow(to: Int(id) + 1)
    ends.grow(to: Int(id) + 1)
    setType(type, of: id)
    ends[Int(id)] = Endpoints(start: start, end: end)
    limit = max(limit, id + 1)
    count += 1
    table.note(id)
  }

  private func keep(_ id: UInt32, _ type: Int) {
    for image in images {
      image.keepType(type, of: self)
      image.keepPlace(id, of: self)
    }
  }

  private func setType(_ type: TypeID, of id: UInt32) {
    let code = UInt16(exactly: type.rawValue + 1) ?? Self.rareCode
    codes[Int(id)] = code
    if code == Self.rareCode { rareTypes[id] = Int(type.rawValue) }
  }

  /// Forgets a relationship and its properties; its adjacency is not touched.
  func remove(_ id: UInt32) {
    let type = type(of: id)
    let row = row(of: id)
    keep(id, type)
    if row >= 0 {
      types[type].releaseRow(row)
      rows[Int(id)] = 0
    }
    codes[Int(id)] = 0
    if !rareTypes.isEmpty { rareTypes[id] = nil }
    count -= 1
  }

  /// Puts a cell into a relationship, which gets a row with its first.
  func set(_ key: KeyID, _ id: UInt32, to cell: Cell) {
    let type = type(of: id)
    keep(id, type)
    let table = types[type]
    var row = row(of: id)
    if row < 0 {
      if cell.isNull { return }
      row = table.takeRow()
      rows.grow(to: Int(id) + 1)
      rows[Int(id)] = UInt32(row + 1)
    }
    table.properties.set(key, row, to: cell, texts)
  }

  /// Becomes what it was when an image was made, which gets what it is now.
  ///
  /// - Complexity: the number of types, and of relationships that came since where none that was there has changed.
  func restore(_ image: RelationshipStoreImage) {
    image.swap(codes: &codes, rows: &rows, types: &types, limit: limit)
    (limit, count, rareTypes) = (image.limit, image.count, image.rareTypes)
  }

  /// Exchanges the ends; false, and all is left half done, where an end has no new one.
  func renameEnds(_ name: (UInt32) -> UInt32?) -> Bool {
    for id in 0..<Int(limit) where codes[id] != 0 {
      guard let start = name(ends[id].start), let end = name(ends[id].end) else { return false }
      ends[id] = Endpoints(start: start, end: end)
    }
    return true
  }

  /// Takes everything over from a store that is dropped then; nothing was in this one.
  ///
  /// - Parameters: the types, keys and codes of texts by those of the other store.
  func take(_ other: RelationshipStore, _ newTypes: [TypeID], _ keys: [KeyID], _ texts: [UInt32]) {
    swap(&codes, &other.codes)
    swap(&ends, &other.ends)
    swap(&rows, &other.rows)
    (limit, count) = (other.limit, other.count)
    types = []
    for (old, table) in other.types.enumerated() {
      _ = self.table(for: newTypes[old])
      types[Int(newTypes[old].rawValue)] = table
      table.properties.rename(keys, texts)
    }
    rareTypes = other.rareTypes.mapValues { Int(newTypes[$0].rawValue) }
    if newTypes.enumerated().allSatisfy({ $0 == Int($1.rawValue) }) { return }
    for id in 0..<limit where codes[Int(id)] != 0 {
      let old = codes[Int(id)] == Self.rareCode ? other.rareTypes[id] ?? 0 : Int(codes[Int(id)]) - 1
      setType(newTypes[old], of: id)
    }
  }

  /// Gives back the room that is not in use, as after loading.
  func settle() {
    for type in types { type.properties.trim() }
  }
}
