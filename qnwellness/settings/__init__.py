"""Production is the base; development and test only relax it."""
