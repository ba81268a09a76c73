"""What the demo's own files can get wrong."""


class DressingError(ValueError):
    """The dressing names something its article does not have."""
