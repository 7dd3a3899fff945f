"""The terms that published disclosures explain: grouped by name, each different explanation once, with who gives it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Min, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.publication.caching import of_the_site
from disclosures.publication.current import published
from disclosures.statements.models import Disclosure, Term
from disclosures.statements.terms import unit_words

NAMED = 5  # disclosures that are named for one explanation; the others are counted


@dataclass(frozen=True)
class Mention:
    """A disclosure that explains the term, and where its words stand."""

    title: str
    href: str


@dataclass(frozen=True)
class Explanation:
    """One wording with the newest disclosures that give it, and how many do in all."""

    text: str
    mentions: tuple[Mention, ...]
    count: int

    @property
    def others(self) -> int:
        """How many more than those named give this wording."""
        return self.count - len(self.mentions)


@dataclass(frozen=True)
class GlossaryEntry:
    """A term with its wordings, the most frequent first."""

    name: str
    explanations: tuple[Explanation, ...]

    @property
    def anchor(self) -> str:
        """The term's address on the page."""
        return links.term_anchor(self.name)


def glossary_entries() -> tuple[GlossaryEntry, ...]:
    """All terms in the order in which documents usually give them; three queries."""
    examples = _examples()
    entries = defaultdict(list)
    for name, definition, count in _wordings():
        entries[name].append(Explanation(definition, tuple(examples[name, definition]), count))
    return tuple(
        GlossaryEntry(name, tuple(sorted(explanations, key=_most_frequent_first)))
        for name, explanations in entries.items()
    )


def _most_frequent_first(explanation: Explanation) -> tuple[int, str]:
    return -explanation.count, explanation.text


def _terms() -> QuerySet[Term]:
    return Term.objects.filter(disclosure__in=published().values("pk"))


def _wordings() -> QuerySet:
    """Name, definition, and how many disclosures give it; terms that stand earlier come first."""
    counted = _terms().values("name", "definition").annotate(count=Count("disclosure", distinct=True))
    return counted.annotate(first=Min("position")).order_by("first", "name").values_list("name", "definition", "count")


def _examples() -> dict[tuple[str, str], dict[Mention, None]]:
    """The newest disclosures of each wording, in that order."""
    newest_first: list[Any] = [F("disclosure__year").desc(), F("disclosure")]
    rank = Window(RowNumber(), partition_by=[F("name"), F("definition")], order_by=newest_first)
    ranked = _terms().annotate(rank=rank).filter(rank__lte=NAMED).order_by("rank")
    newest = list(ranked.values_list("name", "definition", "disclosure"))
    mentions = {pk: _mention(disclosure) for pk, disclosure in published().in_bulk({pk for *_, pk in newest}).items()}
    examples: defaultdict[tuple[str, str], dict[Mention, None]] = defaultdict(dict)
    for name, definition, pk in newest:
        examples[name, definition][mentions[pk]] = None
    return examples


def _mention(disclosure: Disclosure) -> Mention:
    title = _("{unit_name} {year} 年").format(unit_name=unit_words(disclosure.unit_name), year=disclosure.year)
    return Mention(title, links.of(disclosure).narrative())


@of_the_site
def glossary(request: HttpRequest) -> HttpResponse:
    """Each term with every wording that a published disclosure gives."""
    return render(request, "pages/glossary.html", {"entries": glossary_entries()})
