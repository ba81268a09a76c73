"""The demo: content of our own, brought in by the same importers and dressed through the same forms editors use.

Installed in development only.
"""
