import TestSupport
import Testing

@testable import Persistence

struct ByteSearchTests {
  private func place(of pattern: StaticString, in text: String) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { ByteSearch(pattern).firstPlace(in: $0) }
  }

  @Test func `the first place is found, and nothing where there is none`() {
    #expect(place(of: "\"abc\"", in: "\"abd\"abc\"abc\"") == 4)
    #expect(place(of: "aab", in: "aaaaab") == 3)
    #expect(place(of: "x", in: "") == nil && place(of: "x", in: "yx") == 1)
    #expect(place(of: "Жук", in: "ЖуЖук") == 4)
    #expect(place(of: "abc", in: "ab") == nil && place(of: "abc", in: "abcabc") == 0)
  }

  @Test func `it is found across the pieces in which a file is read`() throws {
    let folder = TemporaryFolder()
    for length in [0, 5, (1 << 18) - 3, 1 << 18, (1 << 19) + 1] {
      let path = try folder.write(
        [UInt8](repeating: UInt8(ascii: "a"), count: length) + Array("ab".utf8), to: "file")
      #expect(
        try InputFile(path, isBook: false).firstPlace(of: "aab", while: { true })
          == (length > 0 ? length - 1 : nil))
    }
  }
}
