"""A year file: bytes to a report or to every fault of the file, and values back to YAML.

In: the bytes of `data/YEAR.yaml`. Out: a frozen `Report` with the document that knows where each word of it stands, or
`Refused` with every problem; YAML.

Public:
- `reader`: bytes to values
- `model`: what a report is made of; the one place that declares a field
- `fields`: what the program does with a field, as the model says: where it prints, what `new` and `diff` make of it
- `writer`: values to YAML
- `edits`: changes at the places of values, all else byte for byte as it was
- `splices`: words, items and keys changed in place, as edits that can be tried and left out again
- `schema`: the JSON Schema of the model
"""
