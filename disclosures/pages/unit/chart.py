"""A unit's income and spending over the years, as lines."""

from decimal import Decimal

from django.utils.translation import gettext as _

from disclosures.addresses import links
from disclosures.amounts import AmountUnit
from disclosures.pages.charts.chart import Chart, chart_of
from disclosures.pages.charts.shapes import Course, Years
from disclosures.pages.unit.page import MEASURES, SERIES, UnitPage, YearRow
from disclosures.statements.terms import term


def years_of(page: UnitPage) -> Years | None:
    """What the rows of the page print, oldest first; None for a single year or where nothing is spent."""
    rows = page.rows[::-1]
    courses = tuple(_course(page, rows, name) for name in SERIES)
    drawn = tuple(course for course in courses if any(value is not None and value > 0 for value in course.values))
    if len(rows) < 2 or not drawn:
        return None
    return Years(tuple(row.disclosure.year for row in rows), drawn, AmountUnit(page.amount_unit))


def _course(page: UnitPage, rows: tuple[YearRow, ...], name: str) -> Course:
    place = list(MEASURES).index(name)
    return Course(
        title=page.titles[place],
        values=tuple(_amount(row, name) for row in rows),
        texts=tuple(row.cells[place].text for row in rows),
        series=SERIES[name],
        is_broad=name == "income",
    )


def _amount(row: YearRow, name: str) -> Decimal | None:
    """元, exact; None where the year prints none."""
    return getattr(row.disclosure.totals, name) if hasattr(row.disclosure, "totals") else None


def years_chart(page: UnitPage) -> Chart | None:
    """A unit's amounts over the years; None where there is but one year."""
    drawing = years_of(page)
    if drawing is None:
        return None
    hint = _("单位：{unit}").format(unit=term(page.amount_unit))
    return chart_of(drawing, _("收入和支出"), hint, links.unit_chart(page.unit))
