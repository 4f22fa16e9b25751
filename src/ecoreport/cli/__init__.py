"""The command line: arguments in; printed text, written files and an exit code out.

One file a command, loaded when it is called; what the commands share stands beside them under plain names.
It alone prints, writes, reads the clock, starts programs and exits.

Public: `start`, the program; `main`, any command line of it.
"""
