"""The visible text of a .docx: `document` reads it; `xml` is what all of its parts are written in."""
