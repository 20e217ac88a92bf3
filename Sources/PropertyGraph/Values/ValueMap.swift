/// A map with text keys that keeps the order in which its keys were written.
///
/// - Complexity: look-up is linear; maps of queries and CSV rows are short.
public struct ValueMap: Sendable {
  /// The keys, without repetition, in order.
  public private(set) var keys: [String]
  /// The values, in the order of the keys.
  public private(set) var values: [Value]

  /// Makes an empty map.
  public init() {
    keys = []
    values = []
  }

  /// Makes a map of keys that are known to be distinct, and their values.
  public init(distinctKeys keys: [String], values: [Value]) {
    precondition(keys.count == values.count)
    self.keys = keys
    self.values = values
  }

  /// The number of entries.
  public var count: Int { keys.count }

  /// The value under a key; setting replaces it or adds an entry at the end, setting `nil` removes it.
  public subscript(key: String) -> Value? {
    get { keys.firstIndex(of: key).map { values[$0] } }
    set {
      switch (keys.firstIndex(of: key), newValue) {
      case (let index?, let value?): values[index] = value
      case (let index?, nil):
        keys.remove(at: index)
        values.remove(at: index)
      case (nil, let value?):
        keys.append(key)
        values.append(value)
      case (nil, nil): break
      }
    }
  }
}
