@_spi(_Unicode) import Swift
import PropertyGraph

/// Names without what should not tell them apart: case, and the way in which letters are composed.
///
/// Texts keep their codes while a graph lives, so each is folded once.
final class NameFolds {
  private var folds: [UInt32: [UInt8]] = [:]

  /// The fold of a text of the heap.
  func of(_ code: UInt32, in heap: TextHeap) -> [UInt8] {
    if let fold = folds[code] { return fold }
    let fold = Self.fold(heap.string(code))
    folds[code] = fold
    return fold
  }

  /// The text in lower case and composed form (NFC), in UTF-8.
  static func fold(_ text: String) -> [UInt8] {
    let lower = text.lowercased()
    if lower.utf8.allSatisfy({ $0 < 0x80 }) { return Array(lower.utf8) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: lower._nfc)
    return Array(String(scalars).utf8)
  }
}
