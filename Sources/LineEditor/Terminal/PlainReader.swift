internal import Glibc

/// Reads lines as they come, where a terminal can't be edited on.
struct PlainReader {
  let terminal: Int32

  /// Shows the prompt and reads up to the end of the line.
  func read(prompt: String) -> LineEditor.Input {
    LineEditor.write(prompt)
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(terminal, &byte, 1)
      if count == 1, byte != 0x0A {
        bytes.append(byte)
      } else if count == 1 || (count == 0 && !bytes.isEmpty) {
        if bytes.last == 0x0D { bytes.removeLast() }
        return .line(String(decoding: bytes, as: UTF8.self).composed)
      } else if TerminalSignals.takeInterrupt() {
        LineEditor.write("\n")
        return .interrupted
      } else if count == 0 || errno != EINTR {
        return .end
      }
    }
  }
}
