"""Tells a result in English, from its sides and its end alone: where each stands, its figure, how far they are apart.

What was recorded at publication is a sentence in Chinese; it stays, and stands behind this one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from django.utils.translation import gettext as _

from disclosures.amounts import AmountUnit, Outcome, in_unit
from disclosures.checks.figures import Figure, Unit
from disclosures.checks.labels import FieldLabel, FormName, inner
from disclosures.checks.narrative.links import Link, Start
from disclosures.checks.outcomes import Result
from disclosures.checks.register.rules import BY_CODE, is_about_what_is_missing
from disclosures.checks.spots import CellSpot, FormSpot, TableSpot, TextSpot
from disclosures.checks.wording.meanings import Words, meaning_in_words, plain, published
from disclosures.statements.editions import lasting
from disclosures.statements.fields import Amount, field_title
from disclosures.statements.lines import AccountLine
from disclosures.statements.models import STATEMENTS, PerformanceForm, PerformanceIndicator, PerformanceTask
from disclosures.statements.terms import gloss, term

BLANK, THERE, NOT_THERE = "空白", "有", "没有"  # what the checks write for a figure that is none
LONGEST = 40  # characters of a passage; all of it stands where its link leads
NO_DIFFERENCE = ("F8",)  # scores under different weights: how far they are apart says nothing
_MOST_DECIMALS = 6

_DECIMALS = re.compile(r"\.(\d+)")
_UNIT = re.compile("|".join(sorted((*AmountUnit, Unit.POINTS), key=len, reverse=True)))
_NUMBERS = re.compile(r"[\d,.%()+×÷=\s−-]+")
_ORDINAL = re.compile(r"^[一二三四五六七八九十]+、")
_MODELS = {"": PerformanceForm, "indicator": PerformanceIndicator, "task": PerformanceTask}


@dataclass(frozen=True)
class Known:
    """What is known of a disclosure: its unit, the figures of its text, the number of the form with a position."""

    unit: AmountUnit
    links: Mapping[Start, Link]
    number_of_form: Callable[[int], int | None]


def told_in_english(result: Result, known: Known) -> tuple[Words, ...]:
    """Both sides with their figures as published, and how the relation ended."""
    rule, words = BY_CODE.get(result.rule), []
    for name in ("left", "right"):
        figure = getattr(result, name)
        if figure and not (name == "right" and _is_base(result)):
            words += [plain(_("；")), *_side(name, term(getattr(rule, name, "")), figure, known)]
    ended = _ended(result, known.unit)
    return (*words[1:], plain(_("。") + ended)) if words else (plain(ended),)


def _is_base(result: Result) -> bool:
    """Whether the right side only says that there is nothing to divide by."""
    return result.is_undefined and result.right is not None and result.right.spot is None


def _side(side: str, computed: str, figure: Figure, known: Known) -> Iterator[Words]:
    """Its place, or the name of what was computed, and its figure, which names the side where there is one."""
    place = _place(figure, known) or [_of_nowhere(computed, figure)]
    text = _text(figure)
    if text is None:
        yield from (replace(words, side=side) for words in place)
        return
    yield from place
    yield plain(_("："))
    yield replace(text, side=side, is_figure=figure.value is not None)


def _of_nowhere(computed: str, figure: Figure) -> Words:
    """What stands nowhere is called by its rule, by its own label where the rule has no name for it."""
    label = str(figure.label)
    called = computed or gloss(label)
    return plain(called) if called else published(label)


def _text(figure: Figure) -> Words | None:
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


# ---------------------------------------------------------------------------------------------------------------------
# Where a side stands
# ---------------------------------------------------------------------------------------------------------------------


def _place(figure: Figure, known: Known) -> list[Words]:
    """Which cell, passage or field it is; nothing for a figure that stands nowhere."""
    spot = figure.spot
    if isinstance(spot, FormSpot):
        return _form(figure, spot, known)
    if isinstance(spot, TextSpot):
        return _joined(plain(_("文字说明")), *_meaning(figure, spot, known))
    if not isinstance(spot, CellSpot | TableSpot):
        return []
    table = plain(_("公开{number}表").format(number=spot.number))
    return [table] if isinstance(spot, TableSpot) else _joined(table, *_row(figure, spot), *_column(figure, spot))


def _joined(*words: Words) -> list[Words]:
    """The words with a dot between them: names of rows and columns have commas of their own."""
    return [one for part in words for one in (plain(" · "), part)][1:]


def _meaning(figure: Figure, spot: TextSpot, known: Known) -> Iterator[Words]:
    link = known.links.get((spot.paragraph, spot.start))
    yield from meaning_in_words(link) if link else _called(getattr(figure.label, "term", ""))


def _called(*names: str) -> Iterator[Words]:
    """The first of the names that the language of the page has words for; blanks within them only spread them."""
    words = (gloss(_ORDINAL.sub("", "".join(name.split())), name) for name in names if name)
    yield from (plain(one) for one in [next(filter(None, words), "")] if one)


def _row(figure: Figure, spot: CellSpot) -> Iterator[Words]:
    """The line or code with what it is called; a row that has neither by its printed name."""
    name = getattr(figure.label, "row", "")
    if spot.row.isdigit():
        has_lines = issubclass(STATEMENTS[spot.number], AccountLine)
        yield plain(_("第 {line} 行").format(line=spot.row) if has_lines else spot.row)
        yield from _called(name)
    else:
        yield from list(_called(name, _declared(spot.number).get(spot.row, ""))) or [published(name or spot.row)]


@cache
def _declared(number: str) -> dict[str, str]:
    """What the form itself calls its rows."""
    return {row.key: row.name for row in STATEMENTS[number].outline}


def _column(figure: Figure, spot: CellSpot) -> Iterator[Words]:
    """The column as the form calls it today, where the form always has several or the label names one."""
    model = STATEMENTS[spot.number]
    column = model._meta.get_field(spot.column)
    one_of_several = getattr(figure.label, "column", "") or len(lasting(model.columns())) > 1
    if isinstance(column, Amount) and one_of_several:
        yield plain(term(column.title))


def _form(figure: Figure, spot: FormSpot, known: Known) -> list[Words]:
    """The form by its number, the row by its published name, the field as the form calls it."""
    if not (number := known.number_of_form(spot.form)):
        return [published(str(figure.label))]
    form = plain(_("自评表 {number}").format(number=number))
    official = field_title(_MODELS[spot.part], spot.field)
    label = figure.label if isinstance(figure.label, FieldLabel) else FieldLabel(FormName(""), official)
    item = [published(inner(label.item))] if label.item else []
    return _joined(form, *item, plain(term(label.field, official)))


# ---------------------------------------------------------------------------------------------------------------------
# How it ended
# ---------------------------------------------------------------------------------------------------------------------


def _ended(result: Result, own: AmountUnit) -> str:
    difference = result.difference
    if result.is_undefined:
        return _("基数为 0，这个百分比没有意义。")
    if result.outcome == Outcome.NOT_APPLICABLE:
        return _("无法核对，原因见中文记录。")
    if result.outcome == Outcome.EQUAL:
        return _("两处相等。") if difference == 0 else _("符合规则。")
    is_missing = result.outcome == Outcome.BROKEN and is_about_what_is_missing(result)
    if is_missing or difference == 0 or result.rule in NO_DIFFERENCE:
        return _("不符合规则。")
    if difference is None:
        return _("两处不一致。")
    if result.outcome == Outcome.ROUNDING:
        return _("相差 {apart}，在四舍五入的范围之内。").format(apart=_apart(result, own))
    return _("相差 {apart}。").format(apart=_apart(result, own))


def _apart(result: Result, own: AmountUnit) -> str:
    """The difference without its sign, amounts in the disclosure's own unit; both sides have a number.

    It has as many decimals as the sides print, more only where it would seem to be nothing; "about" where it is longer.
    """
    unit = result.left.unit
    exact = in_unit(result.apart, own) if unit == Unit.YUAN else result.apart
    printed = max(_decimals(side.text) for side in (result.left, result.right))
    rounded = _rounded(exact, printed) or _rounded(exact, _MOST_DECIMALS)
    figure = f"{rounded:,f}" if rounded == exact else _("约 {figure}").format(figure=f"{rounded:,f}")
    if unit == Unit.PERCENT:
        return _("{figure} 个百分点").format(figure=figure)
    return f"{figure} {term(own if unit == Unit.YUAN else unit)}" if unit else figure


def _decimals(text: str) -> int:
    """With how many decimals a text prints its figure; the most, where it prints several."""
    return max((len(found) for found in _DECIMALS.findall(text)), default=0)


def _rounded(exact: Decimal, decimals: int) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
