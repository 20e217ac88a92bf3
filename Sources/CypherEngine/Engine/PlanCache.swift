/// The statements that were run last, by text.
struct PlanCache {
  private let capacity: Int
  private var queries: [String: PreparedQuery] = [:]
  private var time = 0

  /// Makes an empty cache for so many statements.
  init(capacity: Int = 512) { self.capacity = capacity }

  /// The number of statements that are kept.
  var count: Int { queries.count }

  /// The statement of a text, where it is kept.
  mutating func find(_ text: String) -> PreparedQuery? {
    guard let query = queries[text] else { return nil }
    time += 1
    query.lastUse = time
    return query
  }

  /// Keeps a statement; where there is no more room, the half that was not used for longest goes.
  mutating func keep(_ query: PreparedQuery) {
    if queries.count >= capacity {
      let oldest = queries.values.sorted { $0.lastUse < $1.lastUse }.prefix(capacity / 2 + 1)
      for query in oldest { queries[query.text] = nil }
    }
    time += 1
    query.lastUse = time
    queries[query.text] = query
  }
}
