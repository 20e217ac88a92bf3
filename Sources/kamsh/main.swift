import Glibc
import LineEditor
import Shell

exit(
  Program.run(Array(CommandLine.arguments.dropFirst()), prompt: { _ in ByteLines(descriptor: STDIN_FILENO) })
    .rawValue)
