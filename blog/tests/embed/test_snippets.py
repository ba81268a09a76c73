"""What a shop copies does what it says, whatever the heading."""

import shutil
import subprocess

import pytest
from bs4 import BeautifulSoup

from blog.embed.released import newest
from blog.embed.snippets import Wanted, snippets

SITE = "https://www.example.com"
HEADINGS = [
    'Read "on" & on',
    "It's 100% {{ product.title }}",
    "</related-articles><script>alert(1)</script>",
    "a\\b",
]


def code(name: str, **wanted: object) -> str:
    found = {one.name: one.code for one in snippets(Wanted(handle="tonic", **wanted), SITE, newest())}
    return found[name]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("name", ["shopify", "html", "sealed"])
def test_a_heading_arrives_as_it_was_written(name: str, heading: str) -> None:
    page = BeautifulSoup(code(name, heading=heading), "html.parser")
    (element,) = page.select("related-articles")
    assert element["heading"] == heading
    assert len(page.select("script")) == 1


def test_only_what_was_chosen_is_written() -> None:
    script, element = code("html").splitlines()
    assert element == '<related-articles product="tonic"></related-articles>'
    assert script == f'<script type="module" async src="{SITE}/embed/related-articles.js"></script>'
    chosen = code("html", limit=5, level=3, language="de").splitlines()[1]
    assert (
        chosen
        == '<related-articles product="tonic" limit="5" heading-level="3" lang="de"></related-articles>'
    )


def test_in_a_theme_every_product_has_its_own_list() -> None:
    assert 'product="{{ product.handle }}"' in code("shopify")
    assert code("shopify", heading="{{ shop.name }}").count("{{") == 1


def test_a_version_that_never_changes_comes_with_its_hash() -> None:
    script = BeautifulSoup(code("sealed"), "html.parser").script
    assert script["src"] == f"{SITE}/embed/{newest().version}/related-articles.js"
    assert script["integrity"] == newest().integrity
    assert script["crossorigin"] == "anonymous"


@pytest.mark.parametrize("name", ["shopify", "html", "sealed", "woocommerce"])
def test_no_script_holds_up_the_shops_own(name: str) -> None:
    assert '<script type="module" async src=' in code(name)


@pytest.mark.parametrize("heading", ["", *HEADINGS])
def test_what_wordpress_runs_prints_the_element(heading: str) -> None:
    written = code("woocommerce", heading=heading)
    if not shutil.which("php"):
        # What printf is given, read as PHP reads it.
        template = written.partition("printf('")[2].partition("', esc_attr")[0]
        assert "'" not in template.replace("\\\\", "").replace("\\'", "")
        printed = template.replace("\\\\", "\\") % "QN-1"
    else:
        stubs = "function add_action($n, $f) { $f(); } function is_product() { return true; }"
        stubs += "function esc_attr($t) { return $t; } class P { function get_sku() { return 'QN-1'; } }"
        run = f"<?php {stubs} $product = new P; {written}"
        printed = subprocess.run(["php"], input=run, capture_output=True, text=True, check=True).stdout
    (element,) = BeautifulSoup(printed, "html.parser").select("related-articles")
    assert element["sku"] == "QN-1"
    assert element.get("heading", "") == heading
