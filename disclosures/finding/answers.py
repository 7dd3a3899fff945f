"""Answers that stand before all results: the figure itself, the report, the unit, what a term means, a code's page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.classification.codes import SCHEMES, level_of
from disclosures.classification.official import OfficialCode, official_codes
from disclosures.finding.figures import FoundFigure, find_figure
from disclosures.publication.current import published
from disclosures.publication.search.models import EntryKind, SearchEntry
from disclosures.publication.search.words.asked import Asked, Reading
from disclosures.publication.search.words.lists import FORM, MATTER, TABLE, Figure
from disclosures.statements.models import STATEMENTS, Disclosure, Unit
from disclosures.statements.terms import place_words, term, unit_words

MOST_UNITS = 5  # that are answered for where several bear the name
CODES = 3
PAGE = "page"  # the kind of an answer that is a page of the site


@dataclass(frozen=True)
class OtherYear:
    """The same figure, or the report, of another year."""

    disclosure: Disclosure
    text: str
    href: str

    @property
    def year(self) -> int:
        return self.disclosure.year


@dataclass(frozen=True)
class Answer:
    """One answer: what it is, the figure as printed, where it leads and where that stands."""

    kind: str
    href: str
    title: str
    figure: str = ""
    place: str = ""
    note: str = ""
    others: tuple[OtherYear, ...] = ()
    compare: str = ""  # where it stands beside others
    unit: Unit | None = None
    disclosure: Disclosure | None = None


@dataclass(frozen=True)
class _Years:
    """What a unit has published: all its years, newest first, and the one that is asked for."""

    unit: Unit
    own: list[Disclosure]
    year: str

    @property
    def chosen(self) -> Disclosure | None:
        """The year that is asked for, the newest where none is named; None where it was not published."""
        return next((one for one in self.own if not self.year or str(one.year) == self.year), None)

    @property
    def others(self) -> list[Disclosure]:
        return [one for one in self.own if one != self.chosen]


def of_units(reading: Reading, units: list[Unit], year: str) -> tuple[Answer, ...]:
    """What the reading asks for, of each of the units in the year; of the newest where none is named."""
    own: dict[int, list[Disclosure]] = {unit.pk: [] for unit in units}
    for disclosure in published().filter(unit__in=units).order_by("-year"):
        own[disclosure.unit_id].append(disclosure)
    every_unit = [_Years(unit, own[unit.pk], year) for unit in units]
    told = [one for one in every_unit if one.chosen] or every_unit
    if not reading.figures:
        return tuple(_of(one, _document(one)) for one in told)
    every = [disclosure for one in told for disclosure in one.own]
    found = {figure: find_figure(figure, every) for figure in reading.figures}
    planned = {figure: _budget_of(figure, told) for figure in reading.figures}
    return tuple(
        _of(one, _beside(_figure(figure, found[figure], one), one, planned[figure]))
        for one in told
        for figure in reading.figures
    )


def _of(years: _Years, answer: Answer) -> Answer:
    """The answer with whose it is; of no single year where it is the unit."""
    return replace(answer, unit=years.unit, disclosure=None if answer.kind == "unit" else years.chosen)


def _budget_of(figure: Figure, told: Iterable[_Years]) -> dict[int, FoundFigure]:
    """What was planned of the figure in the years that are answered for; nothing where that itself is asked for."""
    if not figure.budget or figure.places == figure.budget:
        return {}
    return find_figure(replace(figure, places=figure.budget), [one.chosen for one in told if one.chosen])


def _beside(answer: Answer, years: _Years, planned: dict[int, FoundFigure]) -> Answer:
    """The answer with what was planned, where it has a figure."""
    budget = planned.get(years.chosen.pk) if years.chosen else None
    if not budget or not answer.figure:
        return answer
    note = _("预算数 {text}").format(text=budget.text) if budget.text else _("预算数没有印，不等于零。")
    return replace(answer, note=note)


def _figure(figure: Figure, found: dict[int, FoundFigure], years: _Years) -> Answer:
    others = tuple(
        OtherYear(one, found[one.pk].text, found[one.pk].href)
        for one in years.others
        if one.pk in found and found[one.pk].text
    )
    chosen = years.chosen
    if chosen is None:
        return _without_year(years, others)
    title = _("{unit_name} {year} 年{figure}").format(
        unit_name=unit_words(years.unit.name), year=chosen.year, figure=term(figure.name)
    )
    here = found.get(chosen.pk)
    if here is None:
        return Answer("figure", links.of(chosen).front(), title, note=_("这份决算里没有这一项。"), others=others)
    return Answer("figure", here.href, title, here.text, here.place, here.note, others)


def _document(years: _Years) -> Answer:
    """The report of the year that was asked for; without a year, the unit with all of them."""
    unit, chosen = years.unit, years.chosen
    if not years.year:
        others = tuple(OtherYear(one, "", links.of(one).front()) for one in years.own)
        place = f"{place_words(unit.region.full_name)} {unit.slug}"
        return Answer("unit", links.unit(unit), unit_words(unit.name), place=place, others=others)
    others = tuple(OtherYear(one, "", links.of(one).front()) for one in years.others)
    if chosen is None:
        return _without_year(years, others)
    title = _("{unit_name} {year} 年度决算").format(unit_name=unit_words(unit.name), year=chosen.year)
    own, place = links.of(chosen), place_words(unit.region.full_name)
    return Answer("report", own.front(), title, place=place, others=others, compare=own.compare())


def _without_year(years: _Years, others: tuple[OtherYear, ...]) -> Answer:
    unit, note = years.unit, _("没有公开 {year} 年度的决算。").format(year=years.year)
    return Answer(
        "unit",
        links.unit(unit),
        unit_words(unit.name),
        place=place_words(unit.region.full_name),
        note=note,
        others=others,
    )


# ---------------------------------------------------------------------------------------------------------------------
# Of no unit: what a term means, a code across all units
# ---------------------------------------------------------------------------------------------------------------------


def of_words(asked: Asked) -> tuple[Answer, ...]:
    """What the named figures mean, then their codes; none where the question names something else besides."""
    if asked.rest or not asked.named:
        return ()
    meant = [(figure, one.text) for one in asked.named for figure in one.figures]
    names = [name for figure, typed in meant for name in _names(figure, typed)]
    return (*_terms(names), *(answer for figure, typed in meant for answer in _codes(figure, typed)))


def of_lists(asked: Asked) -> tuple[Answer, ...]:
    """Where a named figure stands though nothing was found of it: its list over all units, or its table's form."""
    figures = [figure for one in asked.named for figure in one.figures] if not asked.rest else []
    return tuple(filter(None, map(_list, dict.fromkeys(figures))))


def _list(figure: Figure) -> Answer | None:
    place = figure.places[0]
    if place.kind == MATTER:
        return Answer("list", links.matters(f"matter={place.key}"), figure.name, place=_("各单位印的数"))
    if place.kind in (TABLE, FORM):
        title = term(STATEMENTS[place.key].title)
        table = _("公开{number}表 {title}").format(number=place.key, title=title)
        return Answer("form", links.forms(place.key), figure.name, place=table, note=_("写上单位名称，就直接给出数。"))
    return None


def _names(figure: Figure, typed: str) -> Iterator[str]:
    if not typed.isdigit():
        yield from (figure.name, *figure.also, typed)


def _terms(names: list[str]) -> Iterator[Answer]:
    """The terms that disclosures explain, in the order of the names; one query."""
    entries = SearchEntry.objects.filter(kind=EntryKind.TERM, disclosure=None, key__in=names)
    for entry in sorted(entries.defer("tokens"), key=lambda entry: names.index(entry.key)):
        yield Answer("term", links.glossary(entry.title), entry.title, note=entry.text)


def _codes(figure: Figure, typed: str) -> Iterable[Answer]:
    """The codes of that name, or the very code; the wider ones first."""
    rows = {place.row for place in figure.places}
    schemes = dict(SCHEMES)
    found = [
        one
        for one in official_codes()
        if one.scheme in schemes and (one.code == typed or (not typed.isdigit() and _is_called(one, figure, rows)))
    ]
    for one in islice(sorted(found, key=lambda one: (len(one.code), one.scheme, one.code)), CODES):
        place = f"{schemes[one.scheme]} · {level_of(one.code)}"
        yield Answer("code", links.code(one.scheme, one.code), f"{one.name} {one.code}", place=place)


def _is_called(code: OfficialCode, figure: Figure, rows: set[str]) -> bool:
    return code.name == figure.name or code.code in rows
