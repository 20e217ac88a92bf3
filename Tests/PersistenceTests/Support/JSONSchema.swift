/// The part of JSON Schema 2020-12 that the schema of snapshots uses; any other keyword is a fault of its own.
struct JSONSchema {
  let root: JSONTree

  /// What of a tree does not fit, each with its place.
  func faults(_ tree: JSONTree) -> [String] { faults(tree, root, "") }

  private func faults(_ tree: JSONTree, _ schema: JSONTree, _ place: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(place): the schema is no object"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      fault(tree, keyword, rule, keywords, place)
    }
  }

  private func fault(
    _ tree: JSONTree, _ keyword: String, _ rule: JSONTree, _ all: [String: JSONTree], _ place: String
  ) -> [String] {
    func check(_ holds: Bool) -> [String] { holds ? [] : ["\(place): \(keyword) \(rule)"] }
    switch (keyword, rule) {
    case ("$schema", _), ("$defs", _), ("title", _), ("description", _): return []
    case ("$ref", .text(let path)):
      let target = path.split(separator: "/").dropFirst().reduce(root as JSONTree?) { $0?[String($1)] }
      return target.map { faults(tree, $0, place) } ?? ["\(place): no \(path)"]
    case ("type", .text(let type)): return check(tree.has(type: type))
    case ("const", _): return check(tree == rule)
    case ("enum", .list(let allowed)): return check(allowed.contains(tree))
    case ("pattern", .text(let pattern)):
      guard case .text(let text) = tree, let regex = try? Regex(pattern) else { return check(false) }
      return check((try? regex.firstMatch(in: text)) != nil)
    case ("minimum", .number(let bound, _)): return check(tree.number.map { $0 >= bound } ?? true)
    case ("maximum", .number(let bound, _)): return check(tree.number.map { $0 <= bound } ?? true)
    case ("minProperties", .number(let bound, _)):
      return check(tree.memberCount.map { $0 >= Int(bound) } ?? true)
    case ("maxProperties", .number(let bound, _)):
      return check(tree.memberCount.map { $0 <= Int(bound) } ?? true)
    case ("required", .list(let names)):
      return names.flatMap { name in
        if case .text(let name) = name, tree[name] != nil { return [String]() }
        return ["\(place): \(name) is missing"]
      }
    case ("items", _):
      return tree.elements.enumerated().flatMap { faults($1, rule, "\(place)/\($0)") }
    case ("oneOf", .list(let choices)):
      return check(choices.count { faults(tree, $0, place).isEmpty } == 1)
    case ("properties", .object(let members)):
      return members.sorted { $0.key < $1.key }.flatMap { name, schema in
        tree[name].map { faults($0, schema, "\(place)/\(name)") } ?? []
      }
    case ("additionalProperties", _):
      guard case .object(let members) = tree else { return [] }
      let others = members.filter { all["properties"]?[$0.key] == nil }.sorted { $0.key < $1.key }
      if rule == .boolean(false) { return others.map { "\(place): \($0.key) is too much" } }
      return others.flatMap { faults($0.value, rule, "\(place)/\($0.key)") }
    default: return ["the keyword \(keyword) is not known here"]
    }
  }
}

extension JSONTree {
  fileprivate func has(type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.boolean, "boolean"), (.text, "string"), (.list, "array"), (.object, "object"),
      (.number, "number"), (.number(_, isInteger: true), "integer"):
      true
    default: false
    }
  }

  fileprivate var number: Double? {
    if case .number(let value, _) = self { value } else { nil }
  }

  fileprivate var memberCount: Int? {
    if case .object(let members) = self { members.count } else { nil }
  }
}
