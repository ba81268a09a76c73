"""Commands that serve the site as a whole."""
