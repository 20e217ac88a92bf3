import CypherSyntax
import PropertyGraph

/// The statements that were run last, by shape: texts that differ only in literals on which nothing but values
/// depends share a statement.
struct PlanCache {
  /// The statements of one shape.
  private struct Shape {
    /// The literals that remain and tell statements apart, by position among all literals.
    var kept: [Int]
    /// The statements by the bytes of the literals that remain.
    var statements: [ByteKey: CachedStatement] = [:]
  }

  private let capacity: Int
  private var shapes: [ByteKey: Shape] = [:]
  private var time = 0
  /// The number of statements that are kept.
  private(set) var count = 0

  /// Makes an empty cache for so many statements.
  init(capacity: Int = 512) { self.capacity = capacity }

  /// The query of a text, where a statement is kept that will do.
  mutating func find(_ text: String, _ shape: StatementShape) -> PreparedQuery? {
    guard let known = shapes[shape.key],
      let statement = known.statements[shape.bytes(of: known.kept, in: text)]
    else { return nil }
    time += 1
    statement.lastUse = time
    return PreparedQuery(text: text, statement: statement, shape)
  }

  /// Keeps a statement that was bound from a text, and gives the text's query.
  ///
  /// Where there is no more room, the half that was not used for longest goes.
  mutating func keep(
    _ statement: CachedStatement, of text: String, _ shape: StatementShape
  ) -> PreparedQuery {
    if count >= capacity { makeRoom() }
    let kept = shape.literals.indices.filter {
      !statement.bound.exchangedLiterals.contains(shape.literals[$0].span)
    }
    var known = shapes[shape.key] ?? Shape(kept: kept)
    if known.kept == kept {
      let bytes = shape.bytes(of: kept, in: text)
      time += 1
      statement.lastUse = time
      if known.statements.updateValue(statement, forKey: bytes) == nil { count += 1 }
      shapes[shape.key] = known
    }
    return PreparedQuery(text: text, statement: statement, shape)
  }

  private mutating func makeRoom() {
    let uses = shapes.values.flatMap { $0.statements.values.map(\.lastUse) }.sorted()
    let oldest = uses[min(uses.count / 2, uses.count - 1)]
    for (key, shape) in shapes {
      let rest = shape.statements.filter { $0.value.lastUse > oldest }
      shapes[key] = rest.isEmpty ? nil : Shape(kept: shape.kept, statements: rest)
    }
    count = shapes.values.reduce(0) { $0 + $1.statements.count }
  }
}

extension StatementShape {
  /// The name of the parameter that stands for a literal: no parameter that is written can have it.
  static func name(of literal: Int) -> String { "\u{0}\(literal)" }

  /// The literal for which a parameter stands; nil where it is a parameter that was written.
  static func literal(named name: String) -> Int? {
    name.utf8.first == 0 ? Int(name.dropFirst()) : nil
  }

  /// The parameters that may stand for the literals.
  var names: LiteralNames {
    LiteralNames(
      Dictionary(uniqueKeysWithValues: literals.enumerated().map { ($1.span, Self.name(of: $0)) }))
  }

  /// Some of the literals as they are written, with a byte behind each that UTF-8 never has.
  fileprivate func bytes(of indices: [Int], in text: String) -> ByteKey {
    var result: [UInt8] = []
    for index in indices {
      let span = literals[index].span
      let start = text.utf8.index(text.utf8.startIndex, offsetBy: span.start)
      let end = text.utf8.index(start, offsetBy: span.end - span.start)
      result += text.utf8[start..<end]
      result.append(0xFF)
    }
    return ByteKey(result)
  }
}
