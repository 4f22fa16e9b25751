"""Blocks to files, after GB/T 9704-2012."""
