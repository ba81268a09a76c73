"""Whether the site can serve: what monitors are told, and what readers are when it cannot."""
