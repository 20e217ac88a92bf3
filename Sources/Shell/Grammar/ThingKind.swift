/// A sort of node that commands speak of by name.
enum ThingKind: String, CaseIterable, Sendable {
  case client, competitor, prospect, partner, own, company, person, product, segment, area
  /// Any of them.
  case anything

  /// The label by which the graph knows it; nil for anything.
  var label: String? {
    switch self {
    case .client: "Client"
    case .competitor: "Competitor"
    case .prospect: "Prospect"
    case .partner: "Partner"
    case .own: "Own"
    case .company: "Company"
    case .person: "Person"
    case .product: "Product"
    case .segment: "Segment"
    case .area: "Area"
    case .anything: nil
    }
  }

  /// How messages call one of it.
  var noun: String {
    switch self {
    case .own: "own company"
    case .anything: "name"
    default: rawValue
    }
  }

  /// The kinds that are looked through for `anything`, by what they are at bottom.
  static let fundamental: [ThingKind] = [.company, .person, .product, .segment, .area]

  /// How `add` says it, for hints; nil when it can't be added.
  var addVerb: String? {
    switch self {
    case .own, .anything: nil
    default: "add \(rawValue)"
    }
  }
}
