"""Tests of products.fetching."""
