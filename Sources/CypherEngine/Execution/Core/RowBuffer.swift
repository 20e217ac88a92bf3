import PropertyGraph

/// Rows that are kept: the batches one after the other, in some slots.
struct RowBuffer {
  private let slots: [Slot]
  private let frameSize: Int
  private var columns: [VectorBuilder]
  /// The number of rows.
  private(set) var count = 0

  /// Makes an empty buffer for some slots of a frame.
  init(keeping slots: SlotSet, frameSize: Int) {
    self.slots = slots.slots.filter { $0 < frameSize }
    self.frameSize = frameSize
    columns = self.slots.map { _ in VectorBuilder() }
  }

  /// Adds the rows of a batch.
  mutating func append(_ batch: Batch) {
    for (index, slot) in slots.enumerated() { columns[index].append(contentsOf: batch.column(slot)) }
    count += batch.count
  }

  /// All rows as one batch, however many.
  var batch: Batch {
    var batch = Batch(frameSize: frameSize)
    batch.count = count
    for (slot, column) in zip(slots, columns) { batch.columns[slot] = column.vector }
    return batch
  }

  /// Roughly how many bytes a row takes.
  var rowBytes: Int { columns.reduce(0) { $0 + $1.rowBytes } }
}
