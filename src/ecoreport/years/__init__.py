"""Several years or bureaus.

In: contexts, year files, checked years. Out: what changed between two years, next year's file, ledgers, who has filed.

Public:
- `compare`: two reports to what changed, in every format
- `next_year`: a year's file to the next one's
- `ledger`: the figures of one or several years
- `forms`: the same as the rows of Excel workbooks, and of the sheet that departments fill in
- `filings`: who has filed what, and what to remind bureaus of
- `pivot`: the figures of several bureaus
"""
