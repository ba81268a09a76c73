"""How a face of an infographic is put together: a head with a landscape, panels in rows, a foot with whose it is.

Knows the sizes of faces and what may be left out; what a panel looks like it is told.
"""
