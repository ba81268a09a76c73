"""Infographics: one value made of typed panels. One panel a file in `panels`."""
