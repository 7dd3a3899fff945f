"""A search result as its reader sees it: what it is called, where it stands, the words or figures asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast
from urllib.parse import quote

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.keys import UnitKey
from disclosures.publication.search.entries import EntryFigure
from disclosures.publication.search.marks import Piece, marked
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.query import Query
from disclosures.statements.models import STATEMENTS, Disclosure
from disclosures.statements.terms import term, unit_words

AROUND = 60  # characters of a long text that are shown on each side of what was found
NAMED = 3  # figures that are shown of one result


@dataclass(frozen=True)
class ResultFigure:
    """An amount of a result under the title of its column, as published with its unit; its address where it has one."""

    title: str
    text: str
    href: str
    is_found: bool


@dataclass(frozen=True)
class SearchResult:
    """`title` and `text` are in pieces, of which some were asked for; `place` says in which document and where."""

    href: str
    title: tuple[Piece, ...]
    place: str = ""
    code: tuple[Piece, ...] = ()
    text: tuple[Piece, ...] = ()
    figures: tuple[ResultFigure, ...] = ()
    unit: str = ""  # the key of a unit that is found itself
    disclosure: Disclosure | None = None


def result_of(entry: SearchEntry, query: Query) -> SearchResult:
    """How an entry of the index is shown; no query where its disclosure and unit are at hand."""
    return replace(_MAKERS[EntryKind(entry.kind)](entry, query), disclosure=entry.disclosure)


def _unit(entry: SearchEntry, query: Query) -> SearchResult:
    key = UnitKey(*entry.key.split("-", 1))
    place = _("公开到 {year} 年度").format(year=entry.year)
    title, text = marked(entry.title, query), marked(entry.text, query)
    return SearchResult(links.unit_at(key), title, place, text=text, unit=entry.key)


def _term(entry: SearchEntry, query: Query) -> SearchResult:
    return SearchResult(links.glossary(entry.title), marked(entry.title, query), text=marked(entry.text, query, AROUND))


def _row(entry: SearchEntry, query: Query) -> SearchResult:
    page = links.of(_source(entry)).table(entry.number)
    figures = _figures(entry, query, page)
    anchor = next((figure.href for figure in figures if figure.is_found), f"{page}#{quote(entry.key)}")
    return SearchResult(anchor, marked(entry.title, query), _table(entry), marked(entry.text, query), figures=figures)


def _matter(entry: SearchEntry, query: Query) -> SearchResult:
    """What the text counts, leading to the figure in it."""
    return replace(_text(entry, query), place=f"{_('文字说明')} · {_document(entry)}")


def _note(entry: SearchEntry, query: Query) -> SearchResult:
    """The reason of an empty table stands at the head of its page and needs no address there."""
    page = links.of(_source(entry)).table(entry.number)
    return SearchResult(f"{page}#{entry.key}" if entry.key else page, marked(entry.text, query, AROUND), _table(entry))


def _performance(entry: SearchEntry, query: Query) -> SearchResult:
    page = links.of(_source(entry)).performance_form(int(entry.number))
    return SearchResult(
        f"{page}#i{entry.key}" if entry.key else page,
        marked(entry.title, query),
        _("绩效自评表 {number} · {document}").format(number=entry.number, document=_document(entry)),
        text=marked(entry.text, query, AROUND),
        figures=_figures(entry, query, ""),
    )


def _text(entry: SearchEntry, query: Query) -> SearchResult:
    """A heading is its own title; a paragraph stands below one."""
    href = f"{links.of(_source(entry)).narrative()}#{entry.key}"
    if not entry.title:
        return SearchResult(href, marked(entry.text, query), _document(entry))
    return SearchResult(href, marked(entry.title, query), _document(entry), text=marked(entry.text, query, AROUND))


_MAKERS: dict[EntryKind, Callable[[SearchEntry, Query], SearchResult]] = {
    EntryKind.UNIT: _unit,
    EntryKind.TERM: _term,
    EntryKind.ROW: _row,
    EntryKind.MATTER: _matter,
    EntryKind.NOTE: _note,
    EntryKind.PERFORMANCE: _performance,
    EntryKind.TEXT: _text,
}


def _figures(entry: SearchEntry, query: Query, page: str) -> tuple[ResultFigure, ...]:
    """The amounts that were asked for; the first ones where none was."""
    figures = [EntryFigure(*values) for values in entry.figures]
    asked = [figure for figure in figures if query.amounts & figure.amounts]
    return tuple(
        ResultFigure(
            term(figure.title),
            _with_unit(figure.text),
            f"{page}#{quote(figure.anchor)}" if page else "",
            figure in asked,
        )
        for figure in (asked or figures)[:NAMED]
    )


def _with_unit(text: str) -> str:
    """The figure as published, its unit in the language of the page."""
    figure, _gap, unit = text.rpartition(" ")
    return f"{figure} {term(unit)}" if figure else text


def _table(entry: SearchEntry) -> str:
    return _("公开{number}表 {title} · {document}").format(
        number=entry.number, title=term(STATEMENTS[entry.number].title), document=_document(entry)
    )


def _source(entry: SearchEntry) -> Disclosure:
    """Whose it is: all but units and terms belong to one disclosure."""
    return cast(Disclosure, entry.disclosure)


def _document(entry: SearchEntry) -> str:
    return _("{unit_name} {year} 年").format(unit_name=unit_words(_source(entry).unit_name), year=entry.year)
