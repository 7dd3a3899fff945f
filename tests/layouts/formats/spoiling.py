"""Where troubles strike: which amounts of a document get a mark, hidden digits or broken runs, the same for a seed."""

from decimal import Decimal
from random import Random

from tests.layouts.tables.grids import Drawn, Figure, Number, Phantom, Value
from tests.layouts.tables.laid import Laid

_SHARE = 0.06  # of the amounts of a document


def is_amount(value: Value) -> bool:
    """Whether the cell holds an amount of a statement that has digits."""
    return isinstance(value, Number) or (isinstance(value, Figure) and any(map(str.isdigit, value)))


def strikes(random: Random, value: Value) -> bool:
    """Whether a trouble that can befall an amount befalls this one."""
    return is_amount(value) and random.random() < _SHARE


def with_phantom(laid: Laid, drawn: Drawn, random: Random) -> Drawn:
    """The grid with a row that nobody sees: a copy of another row of the body with other figures."""
    rows = [n for n, row in enumerate(drawn.rows) if n > drawn.head and any(map(is_amount, row))]
    if not laid.number or not rows:
        return drawn
    at = random.choice(rows)
    return drawn.with_row(at, Phantom(_other(value) for value in drawn.rows[at]))


def _other(value: Value) -> Value:
    if isinstance(value, Number):
        return Number(value + Decimal("7.77"))
    return Figure("97.53") if is_amount(value) else value
