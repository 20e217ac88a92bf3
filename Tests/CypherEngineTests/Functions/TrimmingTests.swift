import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("trim")
struct TrimmingTests {
  @Test func `a side and characters can be named before FROM`() throws {
    let engine = Engine(graph: Graph())
    #expect(
      try engine.table(
        """
        RETURN trim(BOTH 'ж' FROM 'жжaж'), trim(LEADING 'x' FROM 'xax'), trim(TRAILING FROM ' a '), trim(' a '),
          trim('xax', 'x')
        """) == ["'a' | 'ax' | ' a' | 'a' | 'a'"])
    #expect(try engine.table("WITH ' a ' AS both RETURN trim(both)") == ["'a'"])
  }
}
