import Testing

@testable import Persistence

struct ChecksumTests {
  @Test func `it is CRC-32C`() {
    // Source: RFC 3720, appendix B.4.
    #expect(sum([]) == 0)
    #expect(sum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(sum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(sum([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(sum(Array(0..<32)) == 0x46DD_794E)
  }

  @Test func `pieces give the same sum as the whole`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for cut in 0..<100 {
      var checksum = Checksum()
      for piece in [bytes[..<cut], bytes[cut..<2 * cut], bytes[(2 * cut)...]] {
        Array(piece).withUnsafeBufferPointer { checksum.add($0) }
      }
      #expect(checksum.value == sum(bytes))
    }
  }

  @Test func `its text has eight digits`() {
    #expect(Checksum().text == "00000000")
  }

  private func sum(_ bytes: [UInt8]) -> UInt32 {
    var checksum = Checksum()
    bytes.withUnsafeBufferPointer { checksum.add($0) }
    return checksum.value
  }
}
