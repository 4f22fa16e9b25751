"""How an edited document is brought back: what both show, which block is which, what became of each, tried out."""
