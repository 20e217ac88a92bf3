import CypherSyntax
import PropertyGraph

/// Tells whether lists and maps are nested so far that walking through them would not end well.
///
/// Comparing, rendering and even freeing a value goes as deep as it is nested, and `[x, x]` over and over doubles
/// what a walk must visit without taking memory.
struct NestedSize {
  /// The deepest nesting of values.
  static let deepest = 1000
  /// The most elements that are visited.
  private static let most = 2_000_000

  private var visited = 0

  /// Refuses a value that is nested too deeply or stands for too many elements.
  static func check(_ value: Value, at span: Span?) throws(CypherError) {
    var size = NestedSize()
    if size.fits(value, 0) { return }
    throw CypherError(
      .limitExceeded, .runtime, "NestingTooDeep",
      "a list or map is nested more than \(deepest) levels deep, or holds too many elements", at: span)
  }

  private mutating func fits(_ value: Value, _ depth: Int) -> Bool {
    switch value {
    case .list(let values): return fits(values, depth)
    case .map(let map): return fits(map.values, depth)
    default: return true
    }
  }

  private mutating func fits(_ values: [Value], _ depth: Int) -> Bool {
    visited += values.count
    guard depth < Self.deepest, visited <= Self.most else { return false }
    for value in values where !fits(value, depth + 1) { return false }
    return true
  }
}

extension Value {
  /// Roughly the bytes that it takes itself, without the elements of its elements.
  var ownBytes: Int {
    switch self {
    case .string(let text): text.utf8.count
    case .list(let values): values.count * MemoryLayout<Value>.stride
    case .map(let map): map.values.reduce(0) { $0 &+ 32 &+ (($1.isFlat) ? 0 : $1.ownBytes) }
    default: 0
    }
  }

  private var isFlat: Bool {
    switch self {
    case .string, .list: false
    default: true
    }
  }
}
