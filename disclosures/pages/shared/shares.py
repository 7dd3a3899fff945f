"""Parts of a whole: their percentages, and the series colour that a code keeps through all pages of a disclosure."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from disclosures.classification.codes import FUNCTIONAL
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import STATEMENTS

SERIES = 5  # colours that can be told apart; what is smaller shares one more
OTHER = "s6"
CLASS = 3  # digits of a 类
LEADING = {FUNCTIONAL: "03"}  # the table whose classes give the colours; economic codes have one table alone


@dataclass(frozen=True)
class Share:
    """A part with its figure as printed and its percentage of the whole, which is None where there is no whole."""

    title: str
    text: str
    percent: Decimal | None
    series: str = "s1"
    href: str = ""
    level: int = 1
    offset: Decimal = Decimal(0)


def percent(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Percent to two decimals, half up, of two exact amounts in 元; None where either is missing or the whole is 0."""
    if part is None or not whole:
        return None
    return (part / whole * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def percent_in_words(part: Decimal | None, whole: Decimal | None, words: str = "", **names: str) -> str:
    """“（49.66%）”, or the words with the share and the names in them; "" where there is no whole. Both 元, exact."""
    share = percent(part, whole)
    return "" if share is None else (words or _("（{share}%）")).format(share=share, **names)


def bar_width(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """The same for the length of a bar: nothing for what is missing or negative, at most the whole."""
    if not part or not whole or part < 0 or whole < 0:
        return None
    return min(percent(part, whole), Decimal(100))


def leading(number: str) -> str:
    """The table whose classes give that one its colours."""
    return LEADING.get(getattr(STATEMENTS[number], "scheme", ""), number)


def series_of(loaded: LoadedDisclosure, number: str) -> dict[str, str]:
    """The colour of each class in that table's classification, the largest first."""
    number = leading(number)
    column = STATEMENTS[number].main_column().name
    return ranked({line.code: getattr(line, column) for line in loaded.lines[number] if len(line.code) == CLASS})


def ranked(amounts: dict[str, Decimal | None]) -> dict[str, str]:
    """Colours by size; equal ones in the order given."""
    order = sorted(amounts, key=lambda code: amounts[code] or Decimal(0), reverse=True)
    return {code: f"s{rank}" if rank <= SERIES else OTHER for rank, code in enumerate(order, start=1)}
