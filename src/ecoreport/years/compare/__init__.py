"""Two years, or two versions of one, side by side: what changed, as data and in every format."""
