import CypherSyntax
import PropertyGraph

/// Where threads put the rows of parts, until they are taken in the order of the parts.
final class Shelves: @unchecked Sendable {
  /// A part that a thread has taken on.
  struct Claim {
    let number: Int
    let part: ScanPart
  }

  /// What the taker gets.
  enum Taken {
    case rows(Batch)
    case failure(CypherError)
    case end
    /// Nothing lies ready: the taker works on, on the part that it is given or the one that it has.
    case work(Claim?)
  }

  private struct Shelf {
    var batches: [Batch] = []
    var taken = 0
    var isFinished = false
    var failure: CypherError?

    var count: Int { batches.count - taken }
  }

  /// So many parts may be begun before the first of them is taken.
  private static let window = Threads.count * 4
  /// So many batches may lie on one shelf.
  private static let depth = 64

  private let gate = Gate()
  private let nextPart: () -> ScanPart?
  private var shelves: [Int: Shelf] = [:]
  private var begun = 0
  private var wanted = 0
  private var isAtEnd = false
  private var isClosed = false

  init(_ nextPart: @escaping () -> ScanPart?) { self.nextPart = nextPart }

  /// Takes the next rows.
  ///
  /// - Parameter own: the part that the taker has at hand.
  func take(workingOn own: Int?) -> Taken {
    gate.locked {
      while true {
        if let taken = takeReady() { return taken }
        if let own {
          if hasRoomInside(for: own) { return .work(nil) }
        } else {
          if let claim = claimInside() { return .work(claim) }
          if isAtEnd, wanted == begun { return .end }
        }
        gate.wait()
      }
    }
  }

  private func takeReady() -> Taken? {
    while var shelf = shelves[wanted] {
      if shelf.count > 0 {
        let batch = shelf.batches[shelf.taken]
        shelf.taken += 1
        if shelf.count == 0 { (shelf.batches, shelf.taken) = ([], 0) }
        shelves[wanted] = shelf
        if shelf.count == Self.depth - 1 { gate.wake() }
        return .rows(batch)
      }
      guard shelf.isFinished else { return nil }
      if let failure = shelf.failure { return .failure(failure) }
      shelves[wanted] = nil
      wanted += 1
      gate.wake()
    }
    return nil
  }

  /// Takes on the next part, or nil where none is left; waits while too many have been begun.
  func claim() -> Claim? {
    gate.locked {
      while !isClosed, !isAtEnd, begun >= wanted + Self.window { gate.wait() }
      return claimInside()
    }
  }

  private func claimInside() -> Claim? {
    if isClosed || isAtEnd || begun >= wanted + Self.window { return nil }
    guard let part = nextPart() else {
      isAtEnd = true
      gate.wake()
      return nil
    }
    shelves[begun] = Shelf()
    begun += 1
    return Claim(number: begun - 1, part: part)
  }

  /// Waits until a shelf has room; false where nobody wants the rows any more.
  func hasRoom(for part: Int) -> Bool {
    gate.locked {
      while !isClosed, !hasRoomInside(for: part) { gate.wait() }
      return !isClosed
    }
  }

  private func hasRoomInside(for part: Int) -> Bool { (shelves[part]?.count ?? 0) < Self.depth }

  /// Adds rows to a part.
  func put(_ batch: Batch, _ part: Int) {
    gate.locked {
      shelves[part]?.batches.append(batch)
      if part == wanted { gate.wake() }
    }
  }

  /// Says that a part has no more rows, or failed.
  func finish(_ part: Int, _ failure: CypherError?) {
    gate.locked {
      shelves[part]?.isFinished = true
      shelves[part]?.failure = failure
      if part == wanted { gate.wake() }
    }
  }

  /// Lets all that wait go on, and end.
  func close() {
    gate.locked {
      isClosed = true
      gate.wake()
    }
  }
}
