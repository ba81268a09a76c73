"""An import on its way: its files, its articles one by one, its lock, its undoing.

Owns the rows of ImportRun, ImportFile and ImportItem and the private folder of what was handed in. Every step goes on
where the last one stopped, whatever stopped it. Knows no format, no structure and no screen.
"""
