"""An infographic as a picture: what it shows as plain values, and how that is drawn as SVG. Pure.

Knows neither articles nor the CMS: it is given words and figures, and returns drawings. Text is drawn as outlines
of fonts that lie beside this package, so that a poster looks the same wherever it is opened.
"""
