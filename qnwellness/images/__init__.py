"""The picture library: every picture carries its alternative text, credit and licence."""
