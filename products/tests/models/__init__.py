"""Tests of products.models."""
