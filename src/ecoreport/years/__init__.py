"""Several years or bureaus: compared, carried on, listed."""
