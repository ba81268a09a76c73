"""Addresses below /embed/."""

from django.urls import path

from . import element, playground, sheet
from .shopify.section import section_file

app_name = "embed"
urlpatterns = [
    path("", playground.playground, name="playground"),
    path("related-articles.css", sheet.fragment_sheet, name="fragment-sheet"),
    path("related-articles.js", element.newest_element, name="element"),
    path("shopify/related-articles.liquid", section_file, name="shopify-section"),
    path("<str:version>/related-articles.js", element.released_element, name="released-element"),
]
