"""A year's file to the next one's.

Public:
- `carry`: what goes on, what is left open, and what the plan becomes
"""
