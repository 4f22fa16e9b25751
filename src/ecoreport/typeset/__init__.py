"""Blocks to files, after GB/T 9704-2012.

In: the blocks of a report and a layout, or rows. Out: the bytes of a Word file or workbook, the text of a web page.

Public:
- `layout`: the page and every element on it as figures, with clause numbers
- `charts`: a chart out of the table that it is drawn from
- `word`: Word files
- `web`: web pages
- `sheets`: Excel workbooks out of rows, with the extra `ecoreport[excel]`
"""
