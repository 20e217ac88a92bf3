import PropertyGraph

/// The deciding collective of a client: who decides, whom they report to and listen to, and who of us knows them.
struct DecisionMap {
  /// Somebody at the client.
  struct Person {
    var name: String
    var title: String?
    /// Whether they work there now; others only play a part.
    var works = true
    var roles: [Role] = []
    /// Who of us knows them, the strongest first.
    var knownTo: [Acquaintance] = []
    var lastContact: CalendarDate?

    /// The support of the part with the most influence that says any.
    var support: Int? { roles.lazy.compactMap(\.support).first }
    /// The greatest influence of their parts.
    var influence: Int { roles.compactMap(\.influence).max() ?? -1 }
  }

  /// A part that somebody plays in a purchase.
  struct Role {
    var role: String
    /// The product; nil for all.
    var product: String?
    var influence: Int?
    var support: Int?
  }

  /// One of us who knows somebody there.
  struct Acquaintance {
    var name: String
    var strength: Int?
  }

  /// What binds two people of the map, by their places in `people`.
  struct Line {
    enum Kind: String {
      case reportsTo = "REPORTS_TO", influences = "INFLUENCES", conflicts = "CONFLICTS_WITH"
    }
    var kind: Kind
    var from: Int
    var to: Int
    var weight: Double?
  }

  /// A competitor at the client.
  struct Rival {
    var name: String
    var level: String?
    var share: Double?
    var products: [String] = []
    var since: CalendarDate?
  }

  var client: String
  /// The day on which it is so.
  var day: CalendarDate
  /// The people, those of the greatest influence first, then by name.
  var people: [Person] = []
  var lines: [Line] = []
  var rivals: [Rival] = []
}

/// The parts of a map in words, for trees, drawings and tables alike.
extension DecisionMap {
  /// `decider for bearings, influence 9, support +1`.
  static func words(_ role: Role) -> String {
    var text = role.role + (role.product.map { " for \($0)" } ?? "")
    if let influence = role.influence { text += ", influence \(influence)" }
    if let support = role.support { text += ", support \(signed(support))" }
    return text
  }

  /// `+1`, `0`, `-2`.
  static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : String(number) }

  /// `known to Olga Petrova (4), Pavel Orlov`.
  static func words(_ known: [Acquaintance]) -> String {
    guard !known.isEmpty else { return "known to nobody of us" }
    return "known to "
      + known.map { $0.name + ($0.strength.map { " (\($0))" } ?? "") }.joined(separator: ", ")
  }

  /// `last met 2026-11-12`.
  func lastMet(_ person: Person) -> String { person.lastContact.map { "last met \($0.text)" } ?? "never met" }

  /// What somebody does to others: `influences Ivan Petrov (80 %)`.
  func relations(of person: Int) -> [String] {
    lines.filter { $0.from == person && $0.kind != .reportsTo }.map { line in
      let weight = line.weight.map { " (\(Self.percent($0)))" } ?? ""
      return (line.kind == .influences ? "influences " : "in conflict with ") + people[line.to].name + weight
    }
  }

  /// `80%`: no blank, at which a line could be broken.
  static func percent(_ fraction: Double) -> String {
    let unit = ColumnStyle.Unit.percent
    return unit.shown(fraction).fixedText(unit.decimals(for: CollectionOfOne(fraction))) + "%"
  }

  /// What is known of a competitor: `supplying, share 35 %, for bearings, since 2026-01-01`.
  static func words(_ rival: Rival) -> String {
    var parts = [rival.level].compactMap { $0 }
    if let share = rival.share { parts.append("share \(percent(share))") }
    if !rival.products.isEmpty { parts.append("for \(rival.products.joined(separator: ", "))") }
    if let since = rival.since { parts.append("since \(since.text)") }
    return parts.joined(separator: ", ")
  }
}
