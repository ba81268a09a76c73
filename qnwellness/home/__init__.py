"""The home page, plain pages, health endpoints, and what a new site starts from."""
