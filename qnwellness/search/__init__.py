"""One search over articles and products."""
