"""What kind of file it is, told by its bytes, and whether it may be opened."""
