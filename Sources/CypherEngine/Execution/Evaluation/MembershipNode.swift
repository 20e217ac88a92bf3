import CypherSyntax
import PropertyGraph

/// `a IN list`.
final class MembershipNode: EvaluationNode {
  private let element: any EvaluationNode
  private let list: any EvaluationNode
  let span: Span

  init(_ element: any EvaluationNode, _ list: any EvaluationNode, _ span: Span) {
    self.element = element
    self.list = list
    self.span = span
  }

  func value(_ batch: Batch, _ row: Int, _ context: ExecutionContext) throws(CypherError) -> Value {
    let element = try element.value(batch, row, context)
    return Value(truth: try test(element, try list.value(batch, row, context), context))
  }

  func vector(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Vector {
    let elements = try element.vector(batch, context)
    let lists = try list.vector(batch, context)
    if case .constant(.list(let values), _) = lists,
      let bytes = try context.members(of: values, for: self)?.bytes(elements)
    {
      return .booleans(bytes)
    }
    if case .constant(let list, _) = lists {
      return try elements.mapped { (value) throws(CypherError) in
        Value(truth: try test(value, list, context))
      }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      let truth = try test(elements.value(at: row), lists.value(at: row), context)
      bytes.append(truth.map { $0 ? 1 : 0 } ?? 2)
    }
    return .booleans(bytes)
  }

  private func test(
    _ element: Value, _ list: Value, _ context: ExecutionContext
  ) throws(CypherError) -> Bool? {
    switch list {
    case .null: return nil
    case .list(let values):
      try context.limits.work(values.count)
      return element.isElement(of: values)
    default: throw CypherError.wrongType("IN wants a list, not \(list.typeName)", at: span)
    }
  }
}

/// Membership of typed vectors in one list of integers or of texts.
struct MembershipKernel {
  private enum Members {
    case integers(Set<Int64>)
    case texts([String])
    case nodes(Set<UInt32>)
  }

  private let members: Members
  /// What a value is that is not among the members: unknown where the list holds a null.
  private let miss: UInt8

  /// Reads a list; nil where its values are not all of one such type, nulls aside.
  init?(_ values: [Value], _ limits: LimitTracker) throws(CypherError) {
    var integers = Set<Int64>()
    var texts: [String] = []
    var nodes = Set<UInt32>()
    var hasNull = false
    for value in values {
      try limits.work(16)
      switch value {
      case .null: hasNull = true
      case .integer(let integer): integers.insert(integer)
      case .string(let text): texts.append(text)
      case .node(let node): nodes.insert(node.rawValue)
      default: return nil
      }
    }
    miss = hasNull ? 2 : 0
    switch (integers.isEmpty, texts.isEmpty, nodes.isEmpty) {
    case (false, true, true): members = .integers(integers)
    case (true, false, true): members = .texts(texts)
    case (true, true, false): members = .nodes(nodes)
    default: return nil
    }
  }

  /// One byte a row, or nil where the elements are of another type.
  func bytes(_ elements: Vector) -> [UInt8]? {
    switch (elements, members) {
    case (.integers(let numbers, let nulls), .integers(let members)):
      var bytes = numbers.map { members.contains($0) ? 1 : miss }
      if let nulls { for row in bytes.indices where nulls[row] { bytes[row] = 2 } }
      return bytes
    case (.texts(let codes, let heap), .texts(let texts)):
      let members = Set(texts.compactMap { heap.code(of: $0) })
      return codes.map { $0 == TextHeap.none ? 2 : members.contains($0) ? 1 : miss }
    case (.nodes(let ids), .nodes(let members)):
      return ids.map { $0 == .max ? 2 : members.contains($0) ? 1 : miss }
    default: return nil
    }
  }
}

extension ExecutionContext {
  /// The members of a list that a step looks values up in, read once for all its batches.
  fileprivate func members(of list: [Value], for step: MembershipNode) throws(CypherError)
    -> MembershipKernel?
  {
    if let known = memory.members[ObjectIdentifier(step)], known.list.isIdentical(to: list) {
      return known.kernel
    }
    let kernel = try MembershipKernel(list, limits)
    memory.members[ObjectIdentifier(step)] = (list, kernel)
    return kernel
  }
}
