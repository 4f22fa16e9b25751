"""Next year's file out of this year's: edited where it stands, so that comments and order stay."""
