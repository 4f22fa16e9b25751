"""What a web page shows, by itself or in a letter (`mime`)."""
