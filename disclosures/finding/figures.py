"""Named figures in current disclosures: the cell, the place in the text or the score, as each of them prints it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.addresses.spots import text_anchor
from disclosures.publication.search.words.lists import FORM, MATTER, SCORE, TABLE, Figure, Place
from disclosures.publication.totals.models import OtherMatter
from disclosures.statements.lines import TOTAL, AccountLine, AnyLine, ClassifiedLine
from disclosures.statements.models import STATEMENTS, Disclosure, PerformanceForm, StatementHead
from disclosures.statements.terms import term
from disclosures.tables.heads import amount_columns


@dataclass(frozen=True)
class FoundFigure:
    """A figure as published with its unit, "" where its place is blank; `place` says where it stands."""

    text: str
    href: str
    place: str
    note: str = ""


Found = dict[int, FoundFigure]  # by the ids of disclosures


def find_figure(figure: Figure, disclosures: Iterable[Disclosure]) -> Found:
    """The figure of each disclosure that has a place for it, from the first of its places that is there.

    Two queries for each table that is looked into, one for matters of the text or scores.
    """
    found: Found = {}
    left = list(disclosures)
    for (kind, key), places in groupby(figure.places, key=lambda place: (place.kind, place.key)):
        if left:
            found |= _FINDERS[kind](key, list(places), left)
            left = [disclosure for disclosure in left if disclosure.pk not in found]
    return found


def _in_table(number: str, places: list[Place], disclosures: list[Disclosure]) -> Found:
    heads = {
        head.disclosure_id: head for head in StatementHead.objects.filter(disclosure__in=disclosures, number=number)
    }
    lines: dict[int, AnyLine] = {}
    for line in _lines(number, places).filter(disclosure__in=disclosures).order_by("position"):
        lines.setdefault(line.disclosure_id, line)
    found = {
        disclosure.pk: _cell(disclosure, number, places[0].column, lines.get(disclosure.pk), heads.get(disclosure.pk))
        for disclosure in disclosures
    }
    return {pk: figure for pk, figure in found.items() if figure}


def _lines(number: str, places: list[Place]) -> QuerySet:
    model: Any = STATEMENTS[number]
    if issubclass(model, AccountLine):
        rows = (place.row.split(":") for place in places)
        return model._default_manager.filter(reduce(or_, (Q(side=side, item=item) for side, item in rows)))
    is_by_code = issubclass(model, ClassifiedLine)
    codes = ["" if is_by_code and place.row == TOTAL else place.row for place in places]
    return model._default_manager.filter(code__in=codes)


def _cell(
    disclosure: Disclosure, number: str, column: str, line: AnyLine | None, head: StatementHead | None
) -> FoundFigure | None:
    """The cell of the line; the page of a table that is declared empty; None where the table does not have it."""
    page = links.of(disclosure).table(number)
    title = term(STATEMENTS[number].title_in(disclosure.year))
    table = _("公开{number}表 {title}").format(number=number, title=title)
    if head and head.is_declared_empty and (line is None or getattr(line, column) is None):
        return FoundFigure("", page, table, _("这张表声明为空：{reason}").format(reason=head.empty_reason))
    columns = amount_columns(STATEMENTS[number], getattr(line, "side", ""), disclosure.year)
    shown = next((one for one in columns if one.name == column), None)
    if line is None or shown is None:
        return None
    precision = head.precision_in(disclosure) if head else disclosure.precision
    text = line.text(column, precision)
    place = " · ".join([table, line.name or line.printed_name, term(shown.title)])
    if not text:
        return FoundFigure("", f"{page}#{line.key}", place, _("没有印数，不等于零。"))
    return FoundFigure(f"{text} {term(precision.unit)}", f"{page}#{line.key}.{shown.anchor}", place)


def _in_text(key: str, places: list[Place], disclosures: list[Disclosure]) -> Found:
    return {
        matter.disclosure_id: FoundFigure(
            " ".join(matter.text.split()),
            f"{links.of(disclosure).narrative()}#{text_anchor(matter.paragraph, matter.start)}",
            _("文字说明"),
        )
        for disclosure in disclosures
        for matter in OtherMatter.objects.filter(disclosure=disclosure, matter=key)
    }


def _score(key: str, places: list[Place], disclosures: list[Disclosure]) -> Found:
    """The score of the whole unit, in points as printed."""
    found: Found = {}
    for disclosure in disclosures:
        forms = PerformanceForm.objects.filter(disclosure=disclosure).order_by("position")
        for number, form in enumerate(forms.only("kind", "name", "total_score"), start=1):
            if form.kind == key and form.total_score and disclosure.pk not in found:
                text = _("{score} 分").format(score=form.total_score)
                page = links.of(disclosure).performance_form(number)
                found[disclosure.pk] = FoundFigure(text, page, term(form.get_kind_display()))
    return found


def _form(number: str, places: list[Place], disclosures: list[Disclosure]) -> Found:
    """The whole table of each disclosure that has it."""
    heads = StatementHead.objects.filter(disclosure__in=disclosures, number=number).values_list("disclosure", flat=True)
    there = set(heads)
    return {
        one.pk: FoundFigure("", links.of(one).table(number), _("公开{number}表").format(number=number))
        for one in disclosures
        if one.pk in there
    }


_FINDERS = {TABLE: _in_table, FORM: _form, MATTER: _in_text, SCORE: _score}
