"""Every address of the site, once: from what a page is about to where it stands."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol
from urllib.parse import quote, urlencode

from django.urls import reverse

from disclosures.addresses.keys import EditionKey, UnitKey
from disclosures.statements.models import Disclosure, Unit
from disclosures.tables.selection import Selection

FORMATS = ("csv", "xlsx", "json")
_LINE = re.compile(r"第 (\d+) 行")


def home() -> str:
    return reverse("home")


def units(region: str = "") -> str:
    """All units; with a region those there."""
    return reverse("units") + (f"?region={region}" if region else "")


def codes(scheme: str = "") -> str:
    """All classes of codes; with a classification that part."""
    return reverse("codes") + (f"#{scheme}" if scheme else "")


def government_codes(code: str = "") -> str:
    """The list that governments budget by; with a code its place there."""
    return reverse("government_codes") + (f"#{code}" if code else "")


def code(scheme: str, code: str) -> str:
    """One code across units and years."""
    return reverse("code", args=[scheme, code])


def compare(query: str = "") -> str:
    """Unit-years side by side, as the query names them."""
    return reverse("compare") + (f"?{query}" if query else "")


def kinds(query: str = "") -> str:
    """Kinds of office, or the units of the one that the query asks for."""
    return reverse("kinds") + (f"?{query}" if query else "")


def shortfalls() -> str:
    """Performance indicators that were missed."""
    return reverse("shortfalls")


def unit(unit: Unit) -> str:
    return reverse("unit", args=[key_of(unit)])


def unit_at(key: UnitKey) -> str:
    return reverse("unit", args=[key])


def data() -> str:
    """What can be taken away of the whole site."""
    return reverse("data")


def matters(query: str = "") -> str:
    """Units and years side by side in one of the other matters, as the query asks."""
    return reverse("matters") + (f"?{query}" if query else "")


def search(query: str = "") -> str:
    """The search, as the query asks for it."""
    return reverse("search") + (f"?{query}" if query else "")


def search_words() -> str:
    """What may be meant by what is typed so far."""
    return reverse("search_words")


def feed() -> str:
    """The latest publications, for machines."""
    return reverse("feed")


def corrections_feed() -> str:
    """The latest corrections, for machines."""
    return reverse("corrections_feed")


def unit_feed(key: UnitKey) -> str:
    """The latest publications of a unit."""
    return reverse("unit_feed", args=[key])


def region_feed(region: str) -> str:
    """The latest publications of a region and of all below it."""
    return reverse("region_feed", args=[region])


def code_feed(scheme: str, code: str) -> str:
    """The latest publications that print a code."""
    return reverse("code_feed", args=[scheme, code])


def sitemap(number: int | None = None) -> str:
    """The list of all maps of the site; with a number that map."""
    return reverse("sitemaps") if number is None else reverse("sitemap", args=[number])


def unit_chart(unit: Unit) -> str:
    return reverse("unit_chart", args=[key_of(unit)])


def forms(number: str = "") -> str:
    """The table forms; with a number that form."""
    return reverse("forms") + (f"#{number}" if number else "")


def glossary(term: str = "") -> str:
    """The terms; with a name that term."""
    return reverse("glossary") + (f"#{quote(term_anchor(term))}" if term else "")


def rules(code: str = "") -> str:
    """All rules of the checks; with a code that rule."""
    return reverse("rules") + (f"#{code}" if code else "")


def asked(key: str) -> str:
    """What became of a reader's question, for who asked it."""
    return reverse("asked", args=[key])


def term_anchor(term: str) -> str:
    """What a term is called in addresses: its own name, in which an address has no spaces."""
    return "".join(term.split())


def key_of(unit: Unit) -> UnitKey:
    """The unit's natural key; no query."""
    return UnitKey(unit.region_id, unit.code)


def of(disclosure: Disclosure, edition: EditionKey | None = None) -> "DisclosureLinks":
    """The addresses of a disclosure, at the edition that was asked for; else at the current one."""
    return DisclosureLinks(key_of(disclosure.unit), edition or EditionKey(disclosure.year), disclosure.revision)


def year(unit: Unit, number: int) -> str:
    """The front page of what the unit has published of that year; no query."""
    return DisclosureLinks(key_of(unit), EditionKey(number), revision=0).front()


def pinned(disclosure: Disclosure) -> "DisclosureLinks":
    """The addresses of this revision, for ever."""
    return of(disclosure, EditionKey(disclosure.year, disclosure.revision))


@dataclass(frozen=True)
class DisclosureLinks:
    """The pages of one disclosure. From `2023` they lead to pages of `2023`, from `2023.r1` to pages of `2023.r1`."""

    unit_key: UnitKey
    edition: EditionKey
    revision: int

    def _page(self, name: str, *args) -> str:
        """A page asks for the same addresses again and again, each with another query."""
        if (name, *args) not in self._known:
            self._known[name, *args] = reverse(name, args=[self.unit_key, self.edition, *args])
        return self._known[name, *args]

    @cached_property
    def _known(self) -> dict[tuple, str]:
        return {}

    def unit(self) -> str:
        return reverse("unit", args=[self.unit_key])

    def front(self) -> str:
        return self._page("disclosure")

    def permanent(self) -> str:
        """The front page of this revision, for ever."""
        return reverse("disclosure", args=[self.unit_key, EditionKey(self.edition.year, self.revision)])

    def current(self) -> str:
        """The front page of whichever revision is current."""
        return reverse("disclosure", args=[self.unit_key, EditionKey(self.edition.year)])

    def table(self, number: str, selection: Selection | None = None) -> str:
        return with_query(self._page("table", number), selection)

    def chart(self, number: str, selection: Selection | None = None) -> str:
        return with_query(self._page("chart", number), selection)

    def file(self, number: str, suffix: str, selection: Selection | None = None) -> str:
        """The table as a file; the suffix is one of FORMATS."""
        return with_query(self._page("table_file", number, suffix), selection)

    def performance(self) -> str:
        return self._page("performance")

    def performance_form(self, number: int) -> str:
        return self._page("performance_form", number)

    def checks(self, outcome: str = "") -> str:
        """What the checks found; with an outcome, what ended in that way."""
        return self._page("checks") + (f"?outcome={outcome}" if outcome else "")

    def changes(self) -> str:
        """What changed since this revision; of the current one, what it changed."""
        return self._page("changes")

    def cite(self, number: str = "", selection: Selection | None = None) -> str:
        """How to cite the table as it is shown; without a number, the disclosure."""
        return with_query(self._page("cite_table", number), selection) if number else self._page("cite")

    def compare(self, number: str = "") -> str:
        """The current revision beside those of other units and years, yet to be chosen; with a number in that table."""
        table = f"&table={number}" if number else ""
        return compare(f"a={self.unit_key}-{self.edition.year}{table}")

    def ask(self, **place: str) -> str:
        """Where a reader asks about the revision, or about a place in it: a table, a finding or a page."""
        return self._page("ask") + (f"?{urlencode(place)}" if place else "")

    def archive(self) -> str:
        """Everything of the disclosure in one file."""
        return self._page("archive")

    def document(self, suffix: str = "docx") -> str:
        """The official document as a file: docx or pdf; its tables and forms as xlsx."""
        return self._page("document", suffix)

    def document_pdf(self) -> str:
        return self.document("pdf")

    def document_xlsx(self) -> str:
        return self.document("xlsx")

    def card(self, number: str = "") -> str:
        """The picture that stands for this revision where it is shared, for ever; with a number, for one table."""
        of = [self.unit_key, EditionKey(self.edition.year, self.revision)]
        return reverse("table_card", args=[*of, number]) if number else reverse("card", args=of)

    def metadata(self) -> str:
        """What search engines for data read of the disclosure."""
        return self._page("metadata")

    def performance_chart(self, number: int) -> str:
        return self._page("performance_chart", number)

    def narrative(self) -> str:
        return self._page("narrative")

    def other_matters(self) -> str:
        """What the text says of matters that no table has."""
        return self._page("other_matters")

    def steps(self) -> str:
        """Seven steps through the disclosure."""
        return self._page("steps")

    def sheet(self) -> str:
        """Two pages of it to be printed."""
        return self._page("sheet")

    def source(self) -> str:
        return self._page("source")

    def source_file(self) -> str:
        return self._page("source_file")

    def place(self, place: str) -> str:
        """Where the source shows a place that is a line of a text, such as “第 98 行第 2 格”; "" for other places."""
        line = _LINE.match(place)
        return f"{self.source()}#L{line[1]}" if line else ""


class HasQuery(Protocol):
    """What a reader asks of a page, written in exactly one way."""

    @property
    def query(self) -> str: ...


def with_query(address: str, asked: HasQuery | None) -> str:
    """The address with the canonical query of what is asked."""
    return f"{address}?{asked.query}" if asked and asked.query else address
