"""Answers that are the same for everybody, kept so that the next who asks costs little, and dropped when they change.

Owns when an answer may be given again. Knows nothing of what is in it: a view says by `keep` that its answer depends on
the address alone; what it is made of is heard while it is made (`parts`), and what has changed is noted in the
transaction that changes it (`changes`).
"""
