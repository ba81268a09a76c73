"""What a poster is laid out with: boxes that know how high they are at a width and paint themselves into an area.

Knows type, colours and shapes, not what an infographic is made of.
"""
