import PropertyGraph

/// What the queries of procedures gave, kept for calls with the same arguments while the graph stays as it is.
///
/// Reports stand on the same few views; within one of them, or within several that are compared, each is computed once.
final class SharedAnswers {
  /// A call: the procedure and its arguments.
  struct Call: Hashable {
    private let name: String
    private let arguments: [ValueKey]

    init(_ name: String, _ arguments: [Value]) {
      self.name = name
      self.arguments = arguments.map { ValueKey($0) }
    }
  }

  /// The columns of an answer, part by part.
  typealias Answer = [(columns: [Vector], count: Int)]

  /// An answer of more rows is not kept: it would hold more memory than computing it again is worth.
  static let mostRows = 1 << 21
  private static let mostAnswers = 64
  private var answers: [Call: Answer] = [:]

  /// What a call gave before; nil where it was not made yet.
  func find(_ call: Call) -> Answer? { answers[call] }

  /// Keeps what a call gave, while there is room.
  func keep(_ answer: Answer, of call: Call) {
    if answers.count < Self.mostAnswers { answers[call] = answer }
  }

  /// Forgets everything: the graph has changed.
  func forget() { answers.removeAll() }
}
