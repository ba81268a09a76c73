"""Answers that are the same for everybody, kept so that the next who asks costs nothing, and dropped when they change.

Owns when an answer may be given again. Knows nothing of what is in it: a view says by `keep` that its answer depends on
the address alone, and every change of what shoppers see is noted in the transaction that makes it.
"""
