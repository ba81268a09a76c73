"""What lies below a journal besides its articles: people, feeds, and what its part of the sitemap lists.

Each is a mixin or a function the journal's page uses. Knows how articles are listed, not how they are written.
"""
