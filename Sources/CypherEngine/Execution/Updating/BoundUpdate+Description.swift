extension BoundCreate {
  /// The pattern as EXPLAIN shows it.
  func description(_ context: PlanContext) -> String {
    let nodes = nodes.map { node in
      "(\(context.visibleName(of: node.slot))\(node.labels.map { ":\($0)" }.joined()))"
    }
    let relationships = relationships.map { relationship in
      "(\(context.visibleName(of: relationship.start)))"
        + "-[\(context.visibleName(of: relationship.slot)):\(relationship.type)]->"
        + "(\(context.visibleName(of: relationship.end)))"
    }
    return (nodes + relationships).joined(separator: ", ")
  }
}

extension BoundSetItem {
  /// The item as EXPLAIN shows it.
  func description(_ context: PlanContext) -> String {
    switch self {
    case .property(let target, let key, _, _): "\(target.name(context)).\(key)"
    case .dynamicProperty(let target, _, _, _): "\(target.name(context))[…]"
    case .replace(let slot, _, _): "\(context.name(of: slot)) ="
    case .merge(let slot, _, _): "\(context.name(of: slot)) +="
    case .labels(let slot, let labels, _):
      context.name(of: slot) + labels.map { ":\($0)" }.joined()
    }
  }
}

extension BoundRemoveItem {
  /// The item as EXPLAIN shows it.
  func description(_ context: PlanContext) -> String {
    switch self {
    case .property(let target, let key, _): "\(target.name(context)).\(key)"
    case .labels(let slot, let labels, _):
      context.name(of: slot) + labels.map { ":\($0)" }.joined()
    }
  }
}

extension BoundExpression {
  /// The variable's name, where the expression is one.
  func name(_ context: PlanContext) -> String {
    if case .slot(let slot) = kind { context.name(of: slot) } else { "(…)" }
  }
}

extension PlanContext {
  /// The name of a variable, or nothing for what was not named.
  fileprivate func visibleName(of slot: Slot) -> String {
    slot < frame.count ? frame[slot].name ?? "" : ""
  }
}
