"""Tests of qnwellness.fetching."""
