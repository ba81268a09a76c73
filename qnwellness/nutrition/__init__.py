"""Nutrients in figures: units, amounts and how they are written.

Pure ground: knows neither Django nor Wagtail, no article and no product.
"""
