"""How pages are found and shared: head, feeds, sitemap, redirects."""
