"""Tests of blog.editor.importing."""
