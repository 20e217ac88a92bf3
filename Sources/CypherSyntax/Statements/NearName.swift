/// Finds the name that a misspelt one may stand for.
public enum NearName {
  /// The Damerau-Levenshtein distance of two names in lower case: the least number of characters to insert, delete
  /// or replace, and of neighbours to swap; nil where it is greater than the limit.
  ///
  /// - Complexity: O(n·m) in their lengths.
  public static func distance(_ a: String, _ b: String, atMost limit: Int) -> Int? {
    distance(Array(a.lowercased()), Array(b.lowercased()), atMost: limit)
  }

  /// How many mistakes a name of this many characters may hold and still be recognised: a third of it, from 1 to 3.
  public static func tolerance(_ count: Int) -> Int { max(1, min(3, count / 3)) }

  static func distance(_ a: [Character], _ b: [Character], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var cost = min(previous[j + 1], current[j]) + 1
        cost = min(cost, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }
}

/// The candidate nearest to a name, whatever its case, or nil where none is near enough.
///
/// Of two equally near ones the first in alphabetical order wins, so that the answer never depends on their order.
/// - Complexity: O(k·n·m) for k candidates.
public func didYouMean(_ name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased())
  guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let limit = min(best?.distance ?? NearName.tolerance(wanted.count), NearName.tolerance(wanted.count))
    let folded = Array(candidate.lowercased())
    guard let distance = NearName.distance(wanted, folded, atMost: limit), distance < max(folded.count, 2)
    else { continue }
    if let best, (best.distance, best.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}
