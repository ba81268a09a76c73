"""How posts are got out of the systems they are in, as far as there is something to copy for it."""


def query() -> str:
    """Return the GraphQL query whose answer holds all articles of a Shopify shop."""
    return ""
