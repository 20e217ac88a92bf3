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

  /// So many rows are kept in all: no limit of memory counts them.
  static let mostRows = 1 << 21
  private var answers: [Call: Answer] = [:]
  private var rows = 0

  /// What a call gave before; nil where it was not made yet.
  func find(_ call: Call) -> Answer? { answers[call] }

  /// Keeps what a call gave, while there is room.
  func keep(_ answer: Answer, of call: Call) {
    let more = answer.reduce(1) { $0 + $1.count }
    if rows + more <= Self.mostRows, answers.updateValue(answer, forKey: call) == nil { rows += more }
  }

  /// Forgets everything: the graph has changed.
  func forget() { (answers, rows) = ([:], 0) }
}
