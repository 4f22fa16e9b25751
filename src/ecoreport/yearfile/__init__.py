"""A year file: bytes to a report or to every fault of the file, values back to YAML."""
