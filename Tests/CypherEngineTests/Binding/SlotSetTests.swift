import Testing

@testable import CypherEngine

@Suite("Sets of slots")
struct SlotSetTests {
  @Test func `sets hold slots beyond the first word`() {
    var set = SlotSet([0, 63, 64, 200])
    #expect(set.slots == [0, 63, 64, 200])
    #expect(set.count == 4)
    #expect(set.contains(200) && !set.contains(199) && !set.contains(5000))
    set.remove(200)
    set.remove(64)
    #expect(set == SlotSet([63, 0]))
    #expect(set.isSubset(of: SlotSet([0, 1, 63, 300])))
    #expect(!SlotSet([300]).isSubset(of: set))
    set.formUnion(SlotSet([128]))
    #expect(set.slots == [0, 63, 128])
  }
}
