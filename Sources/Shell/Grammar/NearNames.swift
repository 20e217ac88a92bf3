/// Finds the names that a misspelt one may have meant.
enum NearNames {
  /// The names within a third of the length of the word, nearest first, at most three.
  ///
  /// - Complexity: the product of the lengths, for each name.
  static func of(_ word: String, among names: some Sequence<String>) -> [String] {
    let wanted = Array(word.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let allowed = max(1, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    for name in names {
      let candidate = Array(name.lowercased().unicodeScalars)
      guard abs(candidate.count - wanted.count) <= allowed || candidate.starts(with: wanted) else { continue }
      let distance = candidate.starts(with: wanted) ? 1 : Self.distance(wanted, candidate)
      if distance <= allowed { found.append((distance, name)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best = found.first else { return [] }
    return found.filter { $0.distance == best.distance }.prefix(3).map(\.name)
  }

  /// How many insertions, deletions, replacements and swaps of neighbours lead from one to the other.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
