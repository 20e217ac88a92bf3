import Glibc
import Shell

exit(Program.run(Array(CommandLine.arguments.dropFirst()), prompt: { TerminalLines($0) }).rawValue)
