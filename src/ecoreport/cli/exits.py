"""The exit codes: good; something was found, stale or different; usage or I/O; interrupted."""

OK, FOUND, USAGE, INTERRUPTED = 0, 1, 2, 130
