"""Blocks to one self-contained HTML page that looks like the printed one, on a screen, a phone and on paper."""
