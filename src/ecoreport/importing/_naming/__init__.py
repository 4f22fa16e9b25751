"""Numbers of running text to figures with names."""
