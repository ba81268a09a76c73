"""Tests of products.screens."""
