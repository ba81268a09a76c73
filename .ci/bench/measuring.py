"""Measures related articles in a small and in a large database, and compares."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from filling import fill, make_products

from blog.mentions.queries import related_articles
from blog.models import ArticlePage, ProductRelation
from products.models import ProductPage

FEW, MANY = 1_000, 100_000
# The promise of the design.
MOST = 1.2
ROUNDS = 200
NAMES = {"rare": "a rare product", "frequent": "a frequent product", "new": "a product that replaces another"}


def measure() -> int:
    """Print how much longer each list takes, and return 1 if any takes longer than promised."""
    made = make_products()
    fill(made, 0, FEW)
    few = _times(made)
    fill(made, FEW, MANY)
    many = _times(made)
    print(f"related articles, {MANY:,} articles against {FEW:,} (median of {ROUNDS}, at most {MOST}):")
    ratios = {name: many[name] / few[name] for name in NAMES}
    for name, ratio in ratios.items():
        print(f"  {NAMES[name]}: {ratio:.2f} ({few[name]:.2f} and {many[name]:.2f} yardsticks)")
    return int(max(ratios.values()) > MOST)


def _times(made: dict[str, ProductPage]) -> dict[str, float]:
    """Return the median time of each list, in yardsticks."""
    products = {name: ProductPage.objects.get(pk=made[name].pk) for name in NAMES}
    ids = list(ProductRelation.objects.order_by("pk").values_list("pk", flat=True)[:5])
    tasks: dict[str, Callable[[], object]] = {"yardstick": lambda: _yardstick(ids)}
    tasks |= {name: lambda product=product: related_articles(product) for name, product in products.items()}
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for name, task in tasks.items():
            start = perf_counter()
            task()
            seconds[name].append(perf_counter() - start)
    medians = {name: median(times) for name, times in seconds.items()}
    print("  " + ", ".join(f"{name} {value * 1000:.2f} ms" for name, value in medians.items()))
    return {name: medians[name] / medians["yardstick"] for name in NAMES}


def _yardstick(ids: list[int]) -> list[ProductRelation]:
    ArticlePage.objects.filter(pk=0).first()
    relations = ProductRelation.objects.filter(pk__in=ids).select_related("article__hero")
    return list(relations.defer("article__body"))
