/// A function or an aggregate as it is shown to people: by `SHOW FUNCTIONS`, by completion.
public struct FunctionListing: Sendable {
  /// The spelling.
  public let name: String
  /// The parameters and the result.
  public let signature: String
  /// The group.
  public let category: String
  /// One sentence, without a final full stop.
  public let summary: String

  /// All of them, by name.
  public static let all: [FunctionListing] = {
    let functions = FunctionRegistry.all.map { ($0.signature, $0.category, $0.summary) }
    let aggregates = AggregateRegistry.all.map { ($0.signature, FunctionCategory.aggregate, $0.summary) }
    return (functions + aggregates).sorted { $0.0.name.lowercased() < $1.0.name.lowercased() }.map {
      signature, category, summary in
      FunctionListing(
        name: signature.name, signature: signature.text, category: category.rawValue, summary: summary)
    }
  }()
}
