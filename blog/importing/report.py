"""What an import did, for a person and for a program."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from products.models import ProductPage

from ..checks.findings import review
from ..mentions.collect import collect
from ..models import ArticlePage
from ..reading import headings
from . import proposed_facts
from .body import Places, Raw, to_raw
from .links import Links, pages_by_path, shop_hosts
from .pictures import named_pictures
from .plan import Plan


@dataclass(slots=True)
class ArticleReport:
    """One article of an import, in the shape `import_article --json` prints."""

    source: str
    action: str | None = None
    page_id: int | None = None
    url: str | None = None
    title: str | None = None
    contents: list[dict[str, Any]] = field(default_factory=list)
    infographics: list[dict[str, list[str]]] = field(default_factory=list)
    products: list[dict[str, Any]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    # How many findings of each level the checks have on what was written: must, should, know.
    checks: dict[str, int] | None = None
    error: str | None = None
    # Words that are on no page, with why and where they stood; and the pictures, with whether they are here.
    footnotes: int = 0
    hidden: bool = False
    set_aside: list[dict[str, str]] = field(default_factory=list)
    pictures: list[dict[str, Any]] = field(default_factory=list)
    # Facts that could be made of figures the article repeats, and where in the admin that is confirmed; only where the
    # call asked for them.
    facts: list[dict[str, Any]] | None = None
    facts_url: str | None = None


def failed(source: str, error: str) -> ArticleReport:
    """Return the report of an article that could not be read or placed."""
    return ArticleReport(source=source, error=error)


def planned(plan: Plan, *, facts: bool = False, dry_run: bool = False) -> ArticleReport:
    """Return the report of a plan that was not carried out: a dry run, a skip or a conflict."""
    article = plan.record.article if plan.record else None
    # Pictures that would be stored have no id yet; any number stands for one in the report.
    arranged = plan.arranged
    places = Places(
        plan.products,
        dict.fromkeys(plan.pictures, 0),
        sources={note.key: 0 for note in arranged.footnotes},
        links=Links(pages_by_path(), shop_hosts()),
    )
    if plan.writes or article is None:
        body = to_raw(arranged.blocks, places)
    else:
        body = list(article.get_latest_revision_as_object().body.raw_data)
    report = _report(plan, article, body, places.warnings)
    if facts:
        report.facts = proposed_facts.proposed(body)
        # A dry run has nothing to confirm: what it tells of is not there yet.
        report.facts_url = None if dry_run else proposed_facts.address(article)
    return report


def placed(
    plan: Plan, article: ArticlePage, warnings: Iterable[str], *, facts: bool = False
) -> ArticleReport:
    """Return the report of an article that was created or updated."""
    body = list(article.body.raw_data)
    report = _report(plan, article, body, warnings)
    reviewed = review(article)
    report.checks = reviewed.counts
    report.warnings += [f"{finding.message} “{finding.quote}”" for finding in reviewed.on_drift]
    if facts:
        report.facts = proposed_facts.proposed(body)
        report.facts_url = proposed_facts.address(article)
    return report


def as_json(reports: Iterable[ArticleReport]) -> dict[str, Any]:
    """Return the whole answer of `--json`; of facts, only where the call asked for them."""
    return {"articles": [_parts(report) for report in reports]}


def as_text(report: ArticleReport) -> Iterator[str]:
    """Yield the lines a person reads."""
    if report.error:
        yield f"{report.source}: {report.error}"
        return
    yield f"{report.source}: {report.action}: {report.title}" + (f" ({report.url})" if report.url else "")
    for entry in report.contents:
        yield f"  {'  ' * (entry['level'] - 2)}- {entry['text']}  #{entry['anchor']}"
    for infographic in report.infographics:
        yield f"  infographic: {', '.join(infographic['panels'])}"
    for product in report.products:
        yield f"  {product['handle']}: {product['mentions']} mention{'s' if product['mentions'] != 1 else ''}"
    for warning in report.warnings:
        yield f"  ! {warning}"
    if report.facts is not None:
        yield from (f"  {line}" for line in proposed_facts.lines(report.facts, report.facts_url))
    if report.checks:
        yield f"  {checks_line(report.checks)}"


def _parts(report: ArticleReport) -> dict[str, Any]:
    parts = asdict(report)
    if report.facts is None:
        del parts["facts"], parts["facts_url"]
    return parts


def checks_line(counts: Mapping[str, int]) -> str:
    """Return what is left to look at before publishing, for a person."""
    if not any(counts.values()):
        return "before publishing: nothing to mend"
    words = {"must": "must fix", "should": "should fix", "know": "good to know"}
    return "before publishing: " + ", ".join(f"{counts[level]} {said}" for level, said in words.items())


def _report(
    plan: Plan, article: ArticlePage | None, body: list[Raw], warnings: Iterable[str]
) -> ArticleReport:
    if article is not None:
        # The row tells whether the page is live now; the object at hand may be older than its publishing.
        article = ArticlePage.objects.get(pk=article.pk)
    return ArticleReport(
        source=plan.arranged.source,
        action=str(plan.action),
        page_id=article.pk if article else None,
        url=article.url if article and article.live else None,
        title=plan.arranged.title,
        contents=[
            {"text": entry.text, "anchor": entry.anchor, "level": entry.level}
            for entry in headings(body, article.kept_anchors() if article else ()).flat()
        ],
        infographics=[
            {"panels": [panel["type"] for panel in block["value"]["panels"]]}
            for block in body
            if block["type"] == "infographic"
        ],
        products=_products(body),
        warnings=[*plan.warnings, *warnings, *_printed_contents(plan), *_set_aside(plan)],
        set_aside=[
            {
                "text": item.text,
                "reason": item.reason,
                "place": item.place or (f"line {item.line}" * bool(item.line)),
            }
            for item in plan.arranged.set_aside
        ],
        pictures=_pictures(plan),
        footnotes=len(plan.arranged.footnotes),
        hidden=plan.is_hidden,
    )


def _pictures(plan: Plan) -> list[dict[str, Any]]:
    """Return the pictures an article names, each with its address in the source unless it came in its text."""
    return [
        {
            "name": picture.name,
            "address": "" if picture.address.startswith("data:") else picture.address,
            "alt": picture.alt,
            "is_here": picture.name in plan.pictures,
        }
        for picture in named_pictures(plan.arranged)
    ]


def _products(body: list[Raw]) -> list[dict[str, Any]]:
    counts = Counter(mention.product for mention in collect(body))
    handles = dict(ProductPage.objects.filter(pk__in=counts).values_list("pk", "handle"))
    return [{"handle": handles[pk], "mentions": count} for pk, count in counts.items() if pk in handles]


def _printed_contents(plan: Plan) -> Iterator[str]:
    entries = plan.arranged.contents
    if entries:
        matched = sum(entry.matched for entry in entries)
        yield f"printed contents list “{plan.arranged.contents_title}”: {matched} of {len(entries)} entries matched"


def _set_aside(plan: Plan) -> Iterator[str]:
    for item in plan.arranged.set_aside:
        place = item.place or (f"line {item.line}" if item.line else "")
        yield f"{place}: set aside “{item.text}” ({item.reason})".removeprefix(": ")
