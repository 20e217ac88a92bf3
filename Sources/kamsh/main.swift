import Glibc
import Shell

let code = Program.run(Array(CommandLine.arguments.dropFirst())) { EditorLines($0) }
exit(code.rawValue)
