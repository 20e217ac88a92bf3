/// A regular expression made ready for matching: the steps of a nondeterministic automaton.
///
/// Source: K. Thompson, "Regular expression search algorithm", 1968.
struct RegularExpression: Sendable {
  /// One step; each goes on to the next but for those that say where.
  enum Step: Sendable {
    /// Takes a character of the set of this number.
    case take(Int)
    /// Goes on in two places.
    case fork(Int, Int)
    case jump(Int)
    case require(RegexAssertion)
    case accept
  }

  /// The most steps that a pattern may become.
  static let largest = 20_000

  /// The steps; the first is the beginning.
  private(set) var steps: [Step] = []
  /// The sets of characters that are told apart; the first two are those of words and line feeds.
  private(set) var sets: [ScalarSet] = [.word, ScalarSet("\n")]
  /// Whether anything depends on what stands before and after a place.
  private(set) var hasAssertions = false
  private var numbers: [ScalarSet: Int] = [:]

  /// Reads a pattern.
  init(_ pattern: String) throws(RegexError) {
    for (number, set) in sets.enumerated() { numbers[set] = number }
    try add(try RegexParser.parse(pattern))
    try add(.accept)
    numbers = [:]
  }

  private mutating func add(_ step: Step) throws(RegexError) {
    if steps.count >= Self.largest { throw RegexError(message: "the pattern is too large", position: 0) }
    steps.append(step)
  }

  private mutating func add(_ tree: RegexTree) throws(RegexError) {
    switch tree {
    case .empty: break
    case .set(let set): try add(.take(number(of: set)))
    case .assertion(let assertion):
      hasAssertions = true
      try add(.require(assertion))
    case .sequence(let parts): for part in parts { try add(part) }
    case .choice(let alternatives): try addChoice(alternatives)
    case .repetition(let part, let from, let to): try addRepetition(part, from, to)
    }
  }

  private mutating func number(of set: ScalarSet) -> Int {
    if let number = numbers[set] { return number }
    numbers[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }

  private mutating func addChoice(_ alternatives: [RegexTree]) throws(RegexError) {
    var ends: [Int] = []
    for alternative in alternatives.dropLast() {
      let fork = steps.count
      try add(.fork(fork + 1, 0))
      try add(alternative)
      ends.append(steps.count)
      try add(.jump(0))
      steps[fork] = .fork(fork + 1, steps.count)
    }
    if let last = alternatives.last { try add(last) }
    for end in ends { steps[end] = .jump(steps.count) }
  }

  private mutating func addRepetition(_ part: RegexTree, _ from: Int, _ to: Int?) throws(RegexError) {
    for _ in 0..<from { try add(part) }
    guard let to else {
      let fork = steps.count
      try add(.fork(fork + 1, 0))
      try add(part)
      try add(.jump(fork))
      steps[fork] = .fork(fork + 1, steps.count)
      return
    }
    var forks: [Int] = []
    for _ in from..<to {
      forks.append(steps.count)
      try add(.fork(steps.count + 1, 0))
      try add(part)
    }
    for fork in forks { steps[fork] = .fork(fork + 1, steps.count) }
  }
}
