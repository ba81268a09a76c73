"""What a product is and how it is shown. Knows nothing of articles."""
