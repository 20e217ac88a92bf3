import CypherSyntax
import PropertyGraph

/// A list that grows piece by piece, so that a statement that makes a long one can be stopped on the way.
///
/// Nothing can stop the growth of an array, which is copied each time, nor its end: a gigabyte takes a tenth of a second.
/// One thread uses a list at a time.
final class GrowingList: @unchecked Sendable {
  /// From so many elements on a list is worth the pieces.
  static let pieceCount = 1 << 16

  /// What comes before the last elements.
  private var pieces: [[Value]] = []
  private var last: [Value] = []
  /// The number of elements.
  private(set) var count = 0

  deinit {
    if !pieces.isEmpty { Worker.letGo(of: pieces) }
  }

  /// Adds an element.
  func append(_ value: Value) {
    last.append(value)
    count += 1
    if last.count == Self.pieceCount { closePiece() }
  }

  /// Adds elements, not too many at once.
  func append(contentsOf values: some Collection<Value>) {
    last += values
    count += values.count
    if last.count >= Self.pieceCount { closePiece() }
  }

  /// Adds the elements of another list.
  func append(_ other: GrowingList) {
    closePiece()
    pieces += other.pieces
    last += other.last
    count += other.count
  }

  /// The whole list; this one is of no more use then.
  ///
  /// - Throws: what the check does, which is asked before each piece.
  func takeAll(_ check: LimitCheck) throws(CypherError) -> [Value] {
    if pieces.isEmpty { return last }
    closePiece()
    var all: [Value] = []
    all.reserveCapacity(count)
    do {
      for index in pieces.indices {
        try check()
        all += pieces[index]
        pieces[index] = []
      }
    } catch {
      Worker.letGo(of: consume all)
      throw error
    }
    pieces = []
    return all
  }

  private func closePiece() {
    pieces.append(last)
    last = []
    last.reserveCapacity(Self.pieceCount)
  }
}

extension [Value] {
  /// A list of given elements, made piece by piece where there are many.
  ///
  /// - Throws: what the check does, which is asked before each piece.
  init(
    _ elements: some Sequence<Value>, checking check: LimitCheck
  ) throws(CypherError) {
    if elements.underestimatedCount < GrowingList.pieceCount {
      self = Array(elements)
      return
    }
    let list = GrowingList()
    var untilCheck = 0
    for element in elements {
      if untilCheck == 0 {
        try check()
        untilCheck = GrowingList.pieceCount
      }
      untilCheck -= 1
      list.append(element)
    }
    self = try list.takeAll(check)
  }
}
