"""Examples of what can be asked, taken from what was published last, so that each of them finds something."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.publication.current import published
from disclosures.publication.search.entries import EntryFigure
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.tokens import IN_UNITS
from disclosures.statements.models import Disclosure

ASKED_FIRST = "三公经费"
LEAST_DIGITS = 5  # of the code that stands as an example: 款


@dataclass(frozen=True)
class Example:
    """A way to ask, with a question of that kind."""

    way: str
    asked: str

    @property
    def href(self) -> str:
        return links.search(urlencode({"q": self.asked}))


def examples() -> tuple[Example, ...]:
    """In three queries; none where nothing is published."""
    disclosure = published().order_by("-published_at", "-pk").first()
    return tuple(_of(disclosure)) if disclosure else ()


def _of(disclosure: Disclosure) -> Iterator[Example]:
    name = disclosure.unit.name.removeprefix(disclosure.unit.region.name) or disclosure.unit.name
    yield Example(_("单位、年度和项目"), f"{name} {disclosure.year} {ASKED_FIRST}")
    unit = SearchEntry.objects.filter(kind=EntryKind.UNIT, key=disclosure.unit.slug).first()
    if unit:
        yield Example(_("单位名称里的词"), name)
        if letters := _letters(unit):
            yield Example(_("单位的拼音首字母"), letters)
    rows = (
        SearchEntry.objects.filter(kind=EntryKind.ROW, disclosure=disclosure).exclude(text="").order_by("number", "pk")
    )
    row = next((entry for entry in rows if len(entry.text) == LEAST_DIGITS), None)
    if row:
        yield Example(_("科目或项目"), row.title)
        yield Example(_("科目编码"), row.text)
        yield Example(_("金额"), EntryFigure(*row.figures[0]).text.split()[0])


def _letters(unit: SearchEntry) -> str:
    """The initials of the whole name are the first word of letters among the tokens."""
    words = (token.removeprefix(IN_UNITS) for token in unit.tokens.split())
    return next((word for word in words if word.isascii() and word.isalpha()), "")
