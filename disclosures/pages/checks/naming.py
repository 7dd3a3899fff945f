"""The places and figures of a result in the language of the page; what has no words there stands as published."""

import re
from collections.abc import Iterator
from functools import cache

from django.utils.translation import gettext as _

from disclosures.amounts import AmountUnit
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import FieldLabel, FormName, inner
from disclosures.checks.spots import CellSpot, FormSpot, TableSpot, TextSpot
from disclosures.pages.checks.meanings import meaning_in_words
from disclosures.pages.checks.places import Places
from disclosures.pages.shared.sentences import Phrase, plain, published
from disclosures.pages.terms import gloss, term
from disclosures.statements.fields import Amount
from disclosures.statements.lines import AccountLine
from disclosures.statements.models import STATEMENTS, PerformanceForm, PerformanceIndicator, PerformanceTask
from disclosures.tables.showing import form_of

BLANK, THERE, NOT_THERE = "空白", "有", "没有"  # what the checks write for a figure that is none
LONGEST = 40  # characters of a passage; all of it stands where its link leads

_UNIT = re.compile("|".join(sorted((*AmountUnit, Unit.POINTS), key=len, reverse=True)))
_NUMBERS = re.compile(r"[\d,.%()+×÷=\s−-]+")
_ORDINAL = re.compile(r"^[一二三四五六七八九十]+、")
_MODELS = {"": PerformanceForm, "indicator": PerformanceIndicator, "task": PerformanceTask}


def place_in_words(figure: Figure, places: Places) -> list[Phrase]:
    """Which cell, passage or field it is; nothing for a figure that stands nowhere."""
    spot, title = figure.spot, places.title(figure) if figure.spot else ""
    if isinstance(spot, FormSpot):
        return _form(figure, spot, places)
    if isinstance(spot, CellSpot):
        return _joined(plain(title), *_row(figure, spot), *_column(spot))
    if isinstance(spot, TextSpot):
        return _joined(plain(title), *_meaning(figure, spot, places))
    return [plain(title)] if isinstance(spot, TableSpot) else []


def text_in_words(figure: Figure) -> Phrase | None:
    """The figure as published, its unit in the language of the page; None where it is said that something is there."""
    text, is_there = figure.text, isinstance(figure.spot, TableSpot) and figure.text in (THERE, NOT_THERE)
    if not text or (is_there and text == THERE):
        return None
    if is_there:
        return plain(_("没有这张表"))
    if figure.value is None and text == BLANK:
        return plain(_("没有印出数"))
    if _NUMBERS.fullmatch(_UNIT.sub("", text)):
        return plain(_UNIT.sub(lambda unit: f" {term(unit[0])}", text).replace("  ", " "))
    return published(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")


def _joined(*phrases: Phrase) -> list[Phrase]:
    """The phrases with a dot between them: names of rows and columns have commas of their own."""
    return [one for phrase in phrases for one in (plain(" · "), phrase)][1:]


def _meaning(figure: Figure, spot: TextSpot, places: Places) -> Iterator[Phrase]:
    link = places.link(spot)
    yield from meaning_in_words(link) if link else _known(getattr(figure.label, "term", ""))


def _known(*names: str) -> Iterator[Phrase]:
    """The first of the names that the language of the page has words for; blanks within them only spread them."""
    words = (gloss(_ORDINAL.sub("", "".join(name.split())), name) for name in names if name)
    yield from (plain(one) for one in [next(filter(None, words), "")] if one)


def _row(figure: Figure, spot: CellSpot) -> Iterator[Phrase]:
    """The line or code with what it is called; a row that has neither by its printed name."""
    name = getattr(figure.label, "row", "")
    if spot.row.isdigit():
        has_lines = issubclass(STATEMENTS[spot.number], AccountLine)
        yield plain(_("第 {line} 行").format(line=spot.row) if has_lines else spot.row)
        yield from _known(name)
    else:
        yield from list(_known(name, _declared(spot.number).get(spot.row, ""))) or [published(name or spot.row)]


@cache
def _declared(number: str) -> dict[str, str]:
    """What the form itself calls its rows."""
    return {row.key: row.name for row in form_of(number).rows}


def _column(spot: CellSpot) -> Iterator[Phrase]:
    model = STATEMENTS[spot.number]
    column = model._meta.get_field(spot.column)
    if isinstance(column, Amount) and len(model.columns()) > 1:
        yield plain(term(column.title))


def _form(figure: Figure, spot: FormSpot, places: Places) -> list[Phrase]:
    """The form by its number, the row by its published name, the field as the form calls it."""
    number = places.number(spot)
    if not number:
        return [published(str(figure.label))]
    form = plain(_("自评表 {number}").format(number=number))
    official = str(_MODELS[spot.part]._meta.get_field(spot.field).verbose_name)
    label = figure.label if isinstance(figure.label, FieldLabel) else FieldLabel(FormName(""), official)
    item = [published(inner(label.item))] if label.item else []
    return _joined(form, *item, plain(term(label.field, official)))
