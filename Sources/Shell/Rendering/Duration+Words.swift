extension Duration {
  /// The duration in milliseconds.
  var milliseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
  }

  /// `0.412 ms`, `12.3 ms`, `4.56 s`.
  var words: String {
    let milliseconds = milliseconds
    if milliseconds < 10 { return "\(Self.rounded(milliseconds, 3)) ms" }
    if milliseconds < 1000 { return "\(Self.rounded(milliseconds, 1)) ms" }
    return "\(Self.rounded(milliseconds / 1000, 2)) s"
  }

  private static func rounded(_ value: Double, _ digits: Int) -> Double {
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    return (value * factor).rounded() / factor
  }
}
