"""Product names for the texts of these tests."""

from blog.importing.document import ProductName

NAMES = (
    ProductName("Slow Wave™", "slow-wave", own=True),
    ProductName("Beans and Sour™", "beans-and-sour", own=True),
    ProductName("Clear Tide™", "clear-tide", own=True),
    ProductName("Calm Face™", "calm-face", own=True),
    ProductName("Calm Face Duo", "calm-duo", own=False),
    ProductName("Harbour Calm™", "harbour-calm", own=True),
)
