"""The questions at the front door, each with how many units answer it."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count
from django.utils.translation import gettext as _

from disclosures.amounts import AmountUnit, printed
from disclosures.classification.codes import ECONOMIC
from disclosures.finding.front_door import QUESTIONS, WAGES, elsewhere
from disclosures.pages.code.figures import main_figure
from disclosures.publication.current import main_year
from disclosures.publication.totals import ranking
from disclosures.publication.totals.models import Shortfall
from disclosures.statements.models import State, ThreePublicExpenses

TOTAL = "total"

Amounts = list[tuple[Decimal, Decimal | None]]  # spent and planned, 元, exact


@dataclass(frozen=True)
class Entry:
    """A question with its page; `answer` says in short of how many units it speaks, "" where none does yet."""

    title: str
    href: str
    answer: str = ""


def entries(years: dict[int, int], units: int) -> tuple[Entry, ...]:
    """For the year that says most; three queries, none where nothing is published. `units` are all that published."""
    year = main_year(years)
    if not year:
        return ()
    told = _told(year, years[year])
    answered = (Entry(str(one.title), one.href, told.get(one.row, "")) for one in QUESTIONS.values())
    every = _("{count} 个单位").format(count=units)
    answers = {"missed": _missed(), "spent": every, "wages": _wages(year), "findings": every}
    others = (Entry(str(title), href, answers[key]) for key, (title, href) in elsewhere().items())
    return (*answered, *others)


def _told(year: int, disclosures: int) -> dict[str, str]:
    """“2023 年 12 个单位花了 34.50 万元” by the row of 公开07, of the total how many were over; one query."""
    spent: dict[str, Amounts] = defaultdict(list)
    rows = ThreePublicExpenses.objects.filter(
        disclosure__year=year, disclosure__state=State.PUBLISHED, actual__gt=0,
        code__in=[question.row for question in QUESTIONS.values()],
    )  # fmt: skip
    for row, actual, budget in rows.values_list("code", "actual", "initial_budget"):
        spent[row].append((actual, budget))
    told = {row: _sum(year, amounts) for row, amounts in spent.items()}
    return told | {TOTAL: _over(year, disclosures, spent[TOTAL])}


def _sum(year: int, amounts: Amounts) -> str:
    whole = sum((actual for actual, _budget in amounts), Decimal(0))
    words = _("{year} 年 {count} 个单位花了 {sum} 万元")
    return words.format(year=year, count=len(amounts), sum=printed(whole, AmountUnit.WAN))


def _over(year: int, disclosures: int, amounts: Amounts) -> str:
    over = sum(budget is not None and actual > budget for actual, budget in amounts)
    return _("{year} 年 {count} 个单位里，{over} 个花得比预算多").format(year=year, count=disclosures, over=over)


def _missed() -> str:
    """Of how many units; one query."""
    found = Shortfall.objects.filter(is_missed=True).aggregate(
        indicators=Count("pk"), units=Count("disclosure__unit", distinct=True)
    )
    return _("{units} 个单位的 {indicators} 项").format(**found)


def _wages(year: int) -> str:
    """Of how many units, and how much; one query."""
    found = ranking.of_codes(main_figure(ECONOMIC), [WAGES], year).get(WAGES)
    words = _("{year} 年 {count} 个单位花了 {sum} 万元")
    return words.format(year=year, count=found.units, sum=printed(found.amount, AmountUnit.WAN)) if found else ""
