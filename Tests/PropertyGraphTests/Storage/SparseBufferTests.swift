@testable import PropertyGraph
import Testing

struct SparseBufferTests {
  @Test func `what was written survives growing, and the rest is zero`() {
    var buffer = SparseBuffer<UInt32>()
    defer { buffer.free() }
    var size = 1
    while size < 5_000_000 {
      buffer.grow(to: size)
      buffer[size - 1] = UInt32(size)
      size *= 7
    }
    var written: [Int] = []
    for index in 0..<buffer.capacity where buffer[index] != 0 { written.append(index) }
    #expect(written == [0, 6, 48, 342, 2_400, 16_806, 117_648, 823_542])
  }
}
