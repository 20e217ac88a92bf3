import CypherSyntax

/// Tells whether whole texts match a regular expression, in time linear in each text.
///
/// Sets of steps become states of a deterministic automaton when they are first met and stay for the next text;
/// when they take too much room, all are forgotten.
struct RegexMatcher {
  /// What stands on one side of a place.
  private struct Side: Hashable {
    /// The text's beginning or end.
    var isEdge = false
    var isWord = false
    var isLineFeed = false
  }

  /// The steps reached, before anything is required of the place, and what stands before it.
  private struct Place: Hashable {
    var steps: [Int32]
    var before: Side
  }

  private struct State {
    var place: Place
    /// The next state by the kind of the next character; `unknown` where it is not worked out.
    var next: [Int32] = []
    /// Whether the text may end here.
    var accepts: Bool?
  }

  private static let unknown: Int32 = -1
  private static let mostStates = 2000
  private static let mostSteps = 1 << 20
  /// The steps between two checks for cancellation.
  private static let checkInterval = 1 << 16

  private let expression: RegularExpression
  private var kinds: ScalarKinds
  private var states: [State] = []
  private var numbers: [Place: Int32] = [:]
  private var storedSteps = 0
  private var visited: [Int]
  private var visit = 0

  init(_ expression: RegularExpression) {
    self.expression = expression
    kinds = ScalarKinds(expression.sets)
    visited = Array(repeating: 0, count: expression.steps.count)
  }

  /// Whether the whole of a text matches.
  ///
  /// - Parameter check: is called now and then on long ways; what it throws stops the search.
  /// - Complexity: O(n) in the text once its states are known, O(n·m) in the pattern's steps before.
  mutating func matches(
    _ text: UnsafeBufferPointer<UInt8>, check: () throws(CypherError) -> Void
  ) throws(CypherError) -> Bool {
    var state = number(of: Place(steps: [0], before: Side(isEdge: true)))
    var index = 0
    var work = 0
    while index < text.count {
      let kind = kinds.kind(Self.scalar(text, &index))
      var next = kind < states[state].next.count ? states[state].next[kind] : Self.unknown
      if next == Self.unknown { next = follow(state, kind, &work) }
      state = Int(next)
      if states[state].place.steps.isEmpty { return false }
      work += 1
      if work >= Self.checkInterval {
        try check()
        work = 0
      }
    }
    return accepts(state)
  }

  private mutating func accepts(_ state: Int) -> Bool {
    if let known = states[state].accepts { return known }
    let answer = closure(states[state].place, before: Side(isEdge: true)).contains { step in
      if case .accept = expression.steps[Int(step)] { true } else { false }
    }
    states[state].accepts = answer
    return answer
  }

  /// Works out the state after a character of a kind.
  private mutating func follow(_ state: Int, _ kind: Int, _ work: inout Int) -> Int32 {
    let flags = kinds.flags(of: kind)
    let side = Side(isEdge: false, isWord: flags.isWord, isLineFeed: flags.isLineFeed)
    let reached = closure(states[state].place, before: side)
    work += reached.count
    var steps: [Int32] = []
    for step in reached {
      if case .take(let set) = expression.steps[Int(step)], kinds.isMember(kind, of: set) {
        steps.append(step + 1)
      }
    }
    steps.sort()
    let isFull = states.count >= Self.mostStates || storedSteps >= Self.mostSteps
    if isFull {
      states.removeAll()
      numbers.removeAll()
      storedSteps = 0
    }
    let next = number(of: Place(steps: steps, before: expression.hasAssertions ? side : Side()))
    if !isFull {
      let missing = kind - states[state].next.count + 1
      if missing > 0 { states[state].next += Array(repeating: Self.unknown, count: missing) }
      states[state].next[kind] = Int32(next)
    }
    return Int32(next)
  }

  private mutating func number(of place: Place) -> Int {
    if let number = numbers[place] { return Int(number) }
    let number = states.count
    numbers[place] = Int32(number)
    states.append(State(place: place))
    storedSteps += place.steps.count
    return number
  }

  /// All steps that are reached without taking a character; what comes next decides on assertions.
  private mutating func closure(_ place: Place, before next: Side) -> [Int32] {
    visit += 1
    var reached: [Int32] = []
    var pending = place.steps
    while let step = pending.popLast() {
      if visited[Int(step)] == visit { continue }
      visited[Int(step)] = visit
      switch expression.steps[Int(step)] {
      case .take, .accept: reached.append(step)
      case .jump(let target): pending.append(Int32(target))
      case .fork(let a, let b):
        pending.append(Int32(a))
        pending.append(Int32(b))
      case .require(let assertion):
        if Self.holds(assertion, place.before, next) { pending.append(step + 1) }
      }
    }
    return reached
  }

  private static func holds(_ assertion: RegexAssertion, _ before: Side, _ after: Side) -> Bool {
    switch assertion {
    case .textStart: before.isEdge
    case .textEnd: after.isEdge
    case .lineStart: before.isEdge || before.isLineFeed
    case .lineEnd: after.isEdge || after.isLineFeed
    case .wordBoundary: before.isWord != after.isWord
    case .noWordBoundary: before.isWord == after.isWord
    }
  }

  /// The code point at a place, which moves on behind it; the text is valid UTF-8.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let first = text[index]
    index += 1
    if first < 0x80 { return UInt32(first) }
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    var value = UInt32(first) & (0x3F >> UInt32(more))
    for _ in 0..<more where index < text.count {
      value = value << 6 | UInt32(text[index] & 0x3F)
      index += 1
    }
    return value
  }
}
