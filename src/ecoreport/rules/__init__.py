"""What a careful reader would find in a sound year file."""
