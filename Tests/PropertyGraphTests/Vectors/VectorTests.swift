@testable import PropertyGraph
import Testing

struct VectorTests {
  @Test func `every kind of vector gives its values, its nulls and any rows of them`() {
    let heap = TextHeap()
    var nulls = NullMask(count: 3)
    nulls[1] = true
    let vectors: [Vector] = [
      .nodes([4, .max, 6]), .relationships([4, .max, 6]), .integers([1, 0, 3], nulls: nulls),
      .floats([1, 0, 3], nulls: nulls), .booleans([0, 2, 1]), .dates([1, 0, 3], nulls: nulls),
      .texts([heap.intern("a"), TextHeap.none, heap.intern("b")], heap),
      .values([.integer(1), .null, .string("x")]),
    ]
    for vector in vectors {
      #expect(
        vector.count == 3 && !vector.isNull(at: 0) && vector.isNull(at: 1) && vector.value(at: 1).isNull)
      let rows = vector.gathered([2, 1, 0, 2])
      #expect(rows.count == 4 && rows.isNull(at: 1) && !rows.isNull(at: 3))
      #expect(exact(rows.value(at: 0)) == exact(vector.value(at: 2)))
      #expect(exact(rows.value(at: 2)) == exact(vector.value(at: 0)))
      #expect(vector.gathered([]).count == 0)
    }
    let constant = Vector.constant(.string("k"), count: 2)
    #expect(constant.count == 2 && constant.gathered([0, 0, 1]).count == 3)
  }

  @Test func `a vector without nulls has none after rows were chosen`() {
    var nulls = NullMask(count: 2)
    nulls[0] = true
    guard case .integers(_, nil) = Vector.integers([1, 2], nulls: nulls).gathered([1, 1]) else {
      Issue.record("the mask marks nothing and should be gone")
      return
    }
  }

  @Test(arguments: [0, 1, 63, 64, 65, 200])
  func `a mask of any length marks each row by itself`(count: Int) {
    var mask = NullMask(count: count)
    #expect(!mask.anyNull && mask.nullCount == 0)
    for row in stride(from: 0, to: count, by: 3) { mask[row] = true }
    #expect((0..<count).allSatisfy { mask[$0] == ($0 % 3 == 0) })
    #expect(mask.nullCount == (count + 2) / 3 && mask.anyNull == (count > 0))
    for row in 0..<count { mask[row] = false }
    #expect(mask == NullMask(count: count))
  }
}
