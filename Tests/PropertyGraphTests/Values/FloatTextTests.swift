import PropertyGraph
import Testing

@Suite("Floats as text")
struct FloatTextTests {
  @Test(arguments: [
    (1.0, "1.0"), (0.1, "0.1"), (-0.0, "-0.0"), (1e300, "1e300"),
    (1.2635418652381264e305, "1.2635418652381264e305"),
    (1e-7, "1e-7"), (100_000_000.0, "100000000.0"), (.infinity, "Infinity"), (-.infinity, "-Infinity"),
    (.leastNonzeroMagnitude, "5e-324"),
  ])
  func `floats are written as openCypher does and read back`(value: Double, text: String) {
    #expect(value.cypherText == text)
    #expect(Double(cypherText: text) == value)
  }

  @Test func `NaN is written and read`() {
    #expect(Double.nan.cypherText == "NaN")
    #expect(Double(cypherText: "NaN")?.isNaN == true)
  }

  @Test(arguments: ["", "nan", "inf", "0x1p3", "1,5", "1.5f", "foo", "1e", "--1", "१"])
  func `other notations are not read`(text: String) {
    #expect(Double(cypherText: text) == nil)
  }
}
