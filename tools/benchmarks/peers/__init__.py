"""The programs that ecoreport is compared with."""
