"""The one form of an import: everything that is open, each with what is likely chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from products.models import ProductPage

from ...importing.asking import SlugQuestion, TagQuestion
from ...importing.decisions import Questions, decide
from ...models import ArticlePage, Author
from .answers import KINDS, AuthorField, ProductField, SlugField

ONE, AS_THEY_ARE = "one", "keep"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: what is decided by its field, for each of the names it is about."""

    kind: str
    field: str
    names: tuple[str, ...]
    means: str = ""


class QuestionsForm(forms.Form):
    """A field a question. Its name depends on what is asked, so that an answer never goes to another question."""

    def __init__(self, questions: Questions, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked: list[Asked] = []
        self._ask_authors(questions)
        self._ask_tags(questions)
        self._ask_products(questions)
        self._ask_slugs(questions)

    def save(self, user: Any) -> None:
        """Remember what a valid form says. A question that was not on the page stays open."""
        with transaction.atomic():
            for asked in self.asked:
                if self.add_prefix(asked.field) in self.data:
                    for said, means in self._decided(asked):
                        decide(asked.kind, said, means, user)

    @property
    def authors(self) -> list[forms.BoundField]:
        """Return the fields about authors."""
        return self._fields_of(KINDS.AUTHOR)

    @property
    def tags(self) -> list[forms.BoundField]:
        """Return the fields about tags."""
        return self._fields_of(KINDS.TAG)

    @property
    def products(self) -> list[forms.BoundField]:
        """Return the fields about products."""
        return self._fields_of(KINDS.PRODUCT)

    @property
    def slugs(self) -> list[forms.BoundField]:
        """Return the fields about addresses."""
        return self._fields_of(KINDS.SLUG)

    def _fields_of(self, kind: str) -> list[forms.BoundField]:
        return [self[asked.field] for asked in self.asked if asked.kind == kind]

    def _decided(self, asked: Asked) -> Iterator[tuple[str, str]]:
        answer = self.cleaned_data[asked.field]
        for said in asked.names:
            if asked.kind == KINDS.TAG:
                yield said, asked.means if answer == ONE else said
            else:
                yield said, answer

    def _ask(self, kind: str, names: tuple[str, ...], field: forms.Field, means: str = "") -> None:
        name = f"{kind}-{sha256(chr(0).join(names).encode()).hexdigest()[:16]}"
        self.fields[name] = field
        self.asked.append(Asked(kind, name, names, means))

    def _ask_authors(self, questions: Questions) -> None:
        here = (
            list(Author.objects.order_by("name").values_list("name", flat=True)) if questions.authors else []
        )
        for one in questions.authors:
            field = AuthorField(one.said, here, initial=one.likely or one.said, help_text=_in(one.articles))
            self._ask(KINDS.AUTHOR, (one.said,), field)

    def _ask_tags(self, questions: Questions) -> None:
        for one in questions.tags:
            field = forms.ChoiceField(
                label=_tags_in_words(one),
                choices=[
                    (ONE, _("They are one: “%(tag)s”") % {"tag": one.means}),
                    (AS_THEY_ARE, _("They are different: keep each as it is")),
                ],
                widget=forms.RadioSelect,
                initial=ONE,
                required=False,
                help_text=_in(one.articles),
            )
            self._ask(KINDS.TAG, one.said, field, one.means)

    def _ask_products(self, questions: Questions) -> None:
        likely = [one.likely for one in questions.products if one.likely]
        here = ProductPage.objects.filter(handle__in=likely).in_bulk(field_name="handle") if likely else {}
        self.likely_products = [product.pk for product in here.values()]
        for one in questions.products:
            field = ProductField(one.handle, initial=here.get(one.likely), help_text=_in(one.articles))
            self._ask(KINDS.PRODUCT, (one.handle,), field)

    def _ask_slugs(self, questions: Questions) -> None:
        wanted = [one.slug for one in questions.slugs]
        rows = ArticlePage.objects.filter(slug__in=wanted).values_list("slug", flat=True) if wanted else ()
        taken = frozenset(rows)
        for one in questions.slugs:
            field = SlugField(one.title, taken, initial=one.proposed, help_text=_rivals(one))
            self._ask(KINDS.SLUG, (one.source,), field)


def _in(articles: int) -> str:
    return ngettext("In %(n)s article.", "In %(n)s articles.", articles) % {"n": articles}


def _tags_in_words(question: TagQuestion) -> str:
    names = ", ".join(f"“{said}”" for said in question.said)
    if question.is_here:
        return _("%(names)s and “%(tag)s”, which is here") % {"names": names, "tag": question.means}
    return _("%(names)s and “%(tag)s”") % {"names": names, "tag": question.means}


def _rivals(question: SlugQuestion) -> str:
    others = ", ".join(f"“{title}”" for title in question.others) or _("the journal itself")
    return _("“%(slug)s” is the address of %(others)s. Empty: this article is left out.") % {
        "slug": question.slug,
        "others": others,
    }
