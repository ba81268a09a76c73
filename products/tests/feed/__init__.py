"""Tests of products.feed."""
