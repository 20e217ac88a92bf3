/// Where a node's row is; all zero where the node is not there.
@frozen @usableFromInline struct NodePlace: BitwiseCopyable {
  /// The number of the table plus one.
  @usableFromInline let tableAfter: UInt32
  /// The row in the table.
  @usableFromInline let row: UInt32

  @inlinable init(tableAfter: UInt32, row: UInt32) {
    self.tableAfter = tableAfter
    self.row = row
  }
}

/// All nodes: a directory from ids to rows of tables, one table for each set of labels.
@usableFromInline final class NodeStore {
  /// Where each node is, by id.
  @exclusivity(unchecked) @usableFromInline var places = SparseBuffer<NodePlace>()
  /// Which table has which label.
  @exclusivity(unchecked) @usableFromInline var labels = LabelMatrix()
  /// All ids are below.
  @exclusivity(unchecked) @usableFromInline private(set) var limit: UInt32 = 0
  /// The number of nodes.
  @exclusivity(unchecked) @usableFromInline private(set) var count = 0
  /// The tables, in the order in which they came.
  @exclusivity(unchecked) private(set) var tables: [NodeTable] = []
  /// The tables that have a label, by label.
  @exclusivity(unchecked) private var tablesByLabel: [[Int]] = []
  @exclusivity(unchecked) private var tablesByLabels: [[LabelID]: Int] = [:]
  /// The number of nodes with a label, by label.
  @exclusivity(unchecked) private(set) var labelCounts: [Int] = []
  /// The strings of all properties.
  let texts: TextHeap
  /// What is about to change is copied into these first.
  @exclusivity(unchecked) var images: [NodeStoreImage] = []
  /// The table that was asked for last: labels are changed of many nodes in the same way.
  @exclusivity(unchecked) private var lastTable: (labels: [LabelID], number: Int)?

  init(_ texts: TextHeap) { self.texts = texts }

  deinit {
    places.free()
    labels.free()
  }

  /// The number of a node's table, or -1 where it is not there.
  @inlinable func table(of id: UInt32) -> Int {
    Int(id) < places.capacity ? Int(places[Int(id)].tableAfter) &- 1 : -1
  }

  /// The row of a node that is there.
  @inlinable func row(of id: UInt32) -> Int { Int(places[Int(id)].row) }

  /// The numbers of the tables that have a label, or (nil) of all.
  func tables(with label: LabelID?) -> [Int] {
    guard let label else { return Array(tables.indices) }
    let position = Int(label.rawValue)
    return position < tablesByLabel.count ? tablesByLabel[position] : []
  }

  /// The number of nodes with a label.
  func count(of label: LabelID) -> Int {
    let position = Int(label.rawValue)
    return position < labelCounts.count ? labelCounts[position] : 0
  }

  /// What a node has under a key.
  func cell(_ key: KeyID, _ id: UInt32) -> Cell {
    let table = table(of: id)
    return table < 0 ? .null : tables[table].properties.cell(key, row(of: id), texts)
  }

  /// The properties of a node, by key.
  func properties(_ id: UInt32) -> [Property] {
    let table = table(of: id)
    return table < 0 ? [] : tables[table].properties.properties(row(of: id), texts)
  }

  /// The number of the table for a set of labels, which is made where it is missing.
  func table(for labels: [LabelID]) -> Int {
    if let lastTable, lastTable.labels == labels { return lastTable.number }
    let number = tablesByLabels[labels] ?? makeTable(labels)
    lastTable = (labels, number)
    return number
  }

  private func makeTable(_ labels: [LabelID]) -> Int {
    let number = tables.count
    tables.append(NodeTable(labels))
    tablesByLabels[labels] = number
    self.labels.append(labels)
    for label in labels {
      while tablesByLabel.count <= Int(label.rawValue) {
        tablesByLabel.append([])
        labelCounts.append(0)
      }
      tablesByLabel[Int(label.rawValue)].append(number)
    }
    return number
  }

  /// Makes room for ids below a limit.
  func reserve(_ limit: Int) { places.reserve(limit) }
}

extension NodeStore {
  /// Adds a node without properties and returns its row.
  @discardableResult
  func insert(_ id: UInt32, _ number: Int) -> Int {
    for image in images {
      image.keepTable(number, of: self)
      if id < image.limit { image.keepPlaces(of: self) }
    }
    places.grow(to: Int(id) + 1)
    limit = max(limit, id + 1)
    count += 1
    countLabels(number, 1)
    return place(id, number)
  }

  /// Takes a node out.
  func remove(_ id: UInt32) {
    let number = table(of: id)
    for image in images {
      image.keepTable(number, of: self)
      image.keepPlaces(of: self)
    }
    count -= 1
    countLabels(number, -1)
    leave(id, number)
  }

  /// Moves a node, with its properties, to the table of other labels.
  func move(_ id: UInt32, to number: Int) {
    let number = (old: table(of: id), new: number)
    for image in images {
      image.keepTable(number.old, of: self)
      image.keepTable(number.new, of: self)
      image.keepPlaces(of: self)
    }
    let (old, new) = (tables[number.old], tables[number.new])
    countLabels(number.old, -1)
    countLabels(number.new, 1)
    let row = new.insert(id)
    new.properties.copy(row, from: old.properties, self.row(of: id), texts)
    old.remove(self.row(of: id))
    places[Int(id)] = NodePlace(tableAfter: UInt32(number.new + 1), row: UInt32(row))
    if old.isUntidy { tidy(number.old) }
  }

  /// Puts a cell into a node.
  func set(_ key: KeyID, _ id: UInt32, to cell: Cell) {
    let number = table(of: id)
    for image in images { image.keepTable(number, of: self) }
    tables[number].properties.set(key, row(of: id), to: cell, texts)
  }

  /// Puts the tables in order that are not, as after loading, and gives back the room that is not in use.
  func settle() {
    for number in tables.indices {
      if !tables[number].isSorted { tidy(number) }
      tables[number].trim()
    }
  }

  /// Becomes what it was when an image was made, which gets what it is now.
  ///
  /// - Complexity: the number of tables, and of nodes that came since where none that was there has moved.
  func restore(_ image: NodeStoreImage) {
    image.swap(places: &places, tables: &tables, limit: limit)
    (limit, count, labelCounts) = (image.limit, image.count, image.labelCounts)
    // Labels and tables that came since stay, without nodes.
    while labelCounts.count < tablesByLabel.count { labelCounts.append(0) }
    for number in tables.indices {
      tables[number].degreeSums = number < image.degreeSums.count ? image.degreeSums[number] : ([], [])
    }
  }

  private func place(_ id: UInt32, _ number: Int) -> Int {
    let row = tables[number].insert(id)
    places[Int(id)] = NodePlace(tableAfter: UInt32(number + 1), row: UInt32(row))
    return row
  }

  private func leave(_ id: UInt32, _ number: Int) {
    tables[number].remove(row(of: id))
    places[Int(id)] = NodePlace(tableAfter: 0, row: 0)
    if tables[number].isUntidy { tidy(number) }
  }

  private func tidy(_ number: Int) {
    let table = tables[number]
    table.tidy(texts)
    for row in 0..<table.rowCount {
      places[Int(table.ids[row])] = NodePlace(tableAfter: UInt32(number + 1), row: UInt32(row))
    }
  }

  private func countLabels(_ number: Int, _ delta: Int) {
    for label in tables[number].labels { labelCounts[Int(label.rawValue)] += delta }
  }
}
