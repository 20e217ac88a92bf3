/// A grade of the Admiralty code: how far the source can be trusted, and how far its news.
struct AdmiraltyGrade: Sendable {
  /// The reliability of the source: `B`.
  let reliability: String
  /// The credibility of the news: 2.
  let credibility: Int

  private static let sources = [
    "completely reliable", "usually reliable", "fairly reliable", "not usually reliable", "unreliable source",
    "source unknown",
  ]
  private static let news = [
    "confirmed", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged",
  ]
  private static let letters = ["A", "B", "C", "D", "E", "F"]

  /// All grades, the best first.
  static let all = letters.flatMap { letter in
    news.indices.map { AdmiraltyGrade(reliability: letter, credibility: $0 + 1) }
  }

  /// Both as one: `B2`.
  var text: String { "\(reliability)\(credibility)" }
  /// What it says.
  var meaning: String {
    "\(Self.sources[Self.letters.firstIndex(of: reliability) ?? 5]), \(Self.news[credibility - 1])"
  }

  private init(reliability: String, credibility: Int) {
    self.reliability = reliability
    self.credibility = credibility
  }

  /// Reads `B2` or `b2`; nil for anything else.
  init?(_ text: String) {
    guard let grade = Self.all.first(where: { $0.text == text.uppercased() }) else { return nil }
    self = grade
  }
}
