"""Faults as data, the catalogue of codes, and how faults are shown to people and to machines."""
