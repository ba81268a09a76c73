"""A browser reads the same rules from a minified style sheet as from its components."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Page

from qnwellness.content.stylesheets import components, join

RULES = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const inner = (rule) => [...rule.cssRules].map((one) => `${rule.name}: ${one.cssText}`);
  return [...sheet.cssRules].flatMap((rule) => (rule instanceof CSSLayerBlockRule ? inner(rule) : rule.cssText));
}"""


def rules(page: Page, css: str) -> list[str]:
    """Return the rules a browser reads. It hands values with variables back as they are written, so spaces differ."""
    return [re.sub(r"\s*,\s*", ",", rule) for rule in page.evaluate(RULES, css)]


@pytest.mark.parametrize("name", [*settings.STYLESHEETS])
def test_minifying_changes_no_rule(page: Page, name: str) -> None:
    minified = join(name).read_text(encoding="utf-8")
    assert len(minified) < len(components(name))
    assert rules(page, minified) == rules(page, components(name))
