"""One printed figure of a made-up disclosure, changed further than rounding explains, and put back."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from disclosures.amounts import Outcome
from disclosures.checks.checking import Report
from disclosures.checks.figures import Unit
from disclosures.checks.narrative.links import Link, TextSign
from disclosures.checks.outcomes import Result
from disclosures.checks.spots import CellSpot, FormSpot, Spot, TextSpot
from disclosures.demo.made_up import MadeUp
from disclosures.statements.lines import Part, WithAmounts
from disclosures.statements.models import PerformanceForm, PerformanceIndicator, PerformanceTask
from disclosures.statements.numbers import number_in

_POINTS = ("weight", "score", "subtotal", "execution_score", "deduction", "total_score")
_RATES = ("execution_rate", "rate", "completion")
_KINDS = {PerformanceForm: "", PerformanceTask: "task", PerformanceIndicator: "indicator"}

# Figures that no rule can hold against another, and why.
_NO_IDENTITY = "the form gives the balances of table 09 no identity; where it has no codes, its total stands alone"
ALONE = {
    ("09", "opening_balance"): _NO_IDENTITY,
    ("09", "income"): _NO_IDENTITY,
    ("09", "closing_balance"): _NO_IDENTITY,
    ("form", "income_budget"): "the initial budget is printed nowhere else",
    ("form", "amounts without a rate"): "amounts of a form are held together by their rate alone",
    ("text", "F6n"): "more projects may be evaluated than have their form in the document",
}


@dataclass(frozen=True)
class Mutation:
    """A field of a part that prints a figure: where it stands, and another value for it."""

    part: Part
    field: str
    spot: Spot
    other: Callable[[Random], object]

    def is_in(self, result: Result) -> bool:
        """Whether the figure takes part in the relation."""
        return any(_same(figure.spot, self.spot) for figure in result.figures)

    def is_within_its_bound(self, results: Iterable[Result]) -> bool:
        """Whether it is a percentage of the text that the tails of small amounts still explain."""
        about = [one for one in results if one.left and one.left.spot and _same(one.left.spot, self.spot)]
        return any(one.outcome == Outcome.ROUNDING and one.left.unit == Unit.PERCENT for one in about)

    @contextmanager
    def applied(self, random: Random) -> Iterator[object]:
        before = getattr(self.part, self.field)
        setattr(self.part, self.field, self.other(random))
        try:
            yield getattr(self.part, self.field)
        finally:
            setattr(self.part, self.field, before)


def _same(one: Spot, other: Spot) -> bool:
    if isinstance(one, TextSpot) and isinstance(other, TextSpot):
        return (one.paragraph, one.start) == (other.paragraph, other.start)
    return one == other


def mutations(made: MadeUp, report: Report) -> list[Mutation]:
    """Every printed figure that some rule can hold against another."""
    return [*_of_tables(made), *_of_forms(made), *_of_text(made, report)]


# ---------------------------------------------------------------------------------------------------------------------
# Tables
# ---------------------------------------------------------------------------------------------------------------------


def _of_tables(made: MadeUp) -> Iterator[Mutation]:
    for number, lines in made.lines.items():
        for line in lines:
            for column, value in line.amounts.items():
                if value is not None and not _stands_alone(made, number, column):
                    yield Mutation(line, column, CellSpot(line.place, number, line.key, column), _amount(made, value))


def _stands_alone(made: MadeUp, number: str, column: str) -> bool:
    return (number, column) in ALONE and len(made.lines[number]) == 1


def _amount(made: MadeUp, value: Decimal) -> Callable[[Random], Decimal]:
    """元: more than the tails of forty figures away; never below a part of it by being the whole of nothing."""
    step = Decimal(1).scaleb(made.precision.unit.zeros - made.precision.decimals)

    def other(random: Random) -> Decimal:
        return value + step * random.choice((-1, 1)) * random.randint(40, 4_000)

    return other


# ---------------------------------------------------------------------------------------------------------------------
# Forms
# ---------------------------------------------------------------------------------------------------------------------


def _of_forms(made: MadeUp) -> Iterator[Mutation]:
    for one in made.forms:
        for part in (one.form, *one.tasks, *one.indicators):
            yield from _of_part(made, one.form, part)


def _of_part(made: MadeUp, form: PerformanceForm, part: Part) -> Iterator[Mutation]:
    kind = _KINDS[type(part)]
    item = part.position if kind else 0
    for field in _fields(part):
        spot = FormSpot(part.place or form.place, form.position, field, kind, item)
        value = getattr(part, field)
        if isinstance(value, Decimal):
            yield Mutation(part, field, spot, _amount_beside_a_rate(value))
        elif value:
            yield Mutation(part, field, spot, _points(value) if field in _POINTS else _rate(value))


def _fields(part: Part) -> Iterator[str]:
    """The fields that hold figures; amounts only where a rate holds them together."""
    rate = getattr(part, "execution_rate", "") or getattr(part, "rate", "")
    if isinstance(part, WithAmounts) and rate:
        yield from (column.name for column in part.columns() if ("form", column.name) not in ALONE)
    yield from (field.name for field in part._meta.local_fields if field.name in (*_POINTS, *_RATES))


def _amount_beside_a_rate(value: Decimal) -> Callable[[Random], Decimal]:
    """Half as much again and more: a small amount explains many rates."""
    return lambda random: value * random.randint(2, 5) + 10_000


def _points(text: str) -> Callable[[Random], str]:
    return lambda random: f"{number_in(text) + random.choice((1, 2, Decimal('0.5'))):f}"


def _rate(text: str) -> Callable[[Random], str]:
    """Thirty percent less, or more where there is less than that: what passed its target may print more than 100 %."""
    rate = number_in(text)
    return lambda random: f"{rate - 30 if rate >= 30 else rate + 30:f}%"


# ---------------------------------------------------------------------------------------------------------------------
# Text
# ---------------------------------------------------------------------------------------------------------------------


def _of_text(made: MadeUp, report: Report) -> Iterator[Mutation]:
    """Every figure of the text that something was held against."""
    paragraphs = {one.position: one for one in made.paragraphs}
    for link in report.links:
        if link.sign in (TextSign.EQUAL, TextSign.ROUNDING) and ("text", report.results[link.result].rule) not in ALONE:
            paragraph = paragraphs[link.paragraph]
            spot = TextSpot(paragraph.place, link.paragraph, link.start, link.end)
            yield Mutation(paragraph, "text", spot, _digits(paragraph.text, link))


def _digits(text: str, link: Link) -> Callable[[Random], str]:
    """The first digit is another one, so that no other figure moves."""
    at = link.start + re.search(r"\d", text[link.start : link.end]).start()

    def other(random: Random) -> str:
        digit = random.choice([one for one in "123456789" if one != text[at]])
        return text[:at] + digit + text[at + 1 :]

    return other
