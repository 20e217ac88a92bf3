/// The model of key accounts: what commands may write, and what `schema` and `check` speak of.
public enum KeyAccountModel {
  /// All sorts of nodes: things, then facts.
  public static let entities: [EntityDefinition] = things + facts

  /// The definition of a sort of node.
  public static func entity(_ label: String) -> EntityDefinition? {
    entities.first { $0.label == label }
  }

  /// The definition of a sort of relationship.
  public static func relationship(_ type: String) -> RelationshipDefinition? {
    relationships.first { $0.type == type }
  }

  /// Every label, type and property key of the model.
  public static let names: Set<String> = {
    var names = Set(companyKinds)
    for entity in entities { names.formUnion([entity.label] + entity.properties.map(\.name)) }
    for relationship in relationships {
      names.formUnion([relationship.type] + relationship.properties.map(\.name))
    }
    return names
  }()

  /// The labels that a company can carry beside `Company`.
  public static let companyKinds = ["Client", "Competitor", "Prospect", "Partner", "Own"]
}

/// The enumerations that several definitions share.
enum Enumerations {
  static let reasons = [
    "price", "service", "quality", "deadline", "brokenPromise", "ignored", "forgotten", "competitor",
    "stock", "terms", "needCeased", "keyPersonLeft", "other",
  ]
  static let roles = [
    "initiator", "user", "influencer", "buyer", "decider", "approver", "gatekeeper",
  ]
  static let channels = ["call", "visit", "meeting", "email", "message", "event"]
  static let units = ["percent", "days", "money"]
  static let demandKinds = ["price", "deferral", "stock", "service", "other"]
  static let relationLevels = ["vendor", "credible source", "problem solver", "trusted advisor"]
}
