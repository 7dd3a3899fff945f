"""A chart on a page: its picture, where the script finds its figure, and what to say about it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosures.addresses import links
from disclosures.addresses.links import DisclosureLinks
from disclosures.pages.charts.shapes import Bars, Drawing, Flow, Tree, Years
from disclosures.pages.charts.svg.picture import Picture, picture_of
from disclosures.pages.performance.forms import FormPage
from disclosures.pages.performance.scores import scores_of
from disclosures.pages.table.drawing import drawing_of
from disclosures.pages.table.page import TablePage
from disclosures.pages.terms import term
from disclosures.pages.unit.page import UnitPage
from disclosures.pages.unit.years import years_of


@dataclass(frozen=True)
class Chart:
    """`is_narrow` charts stand beside a table that leaves room for one; `legend` names colours by their series."""

    title: str
    hint: str
    address: str
    picture: Picture
    is_narrow: bool
    legend: tuple[tuple[str, str], ...] = ()


_WORDS = {
    Tree: (gettext_lazy("同一张表的图"), gettext_lazy("点一块，只看那一项")),
    Flow: (gettext_lazy("钱从哪里来，到哪里去"), gettext_lazy("点名称，跳到那一行")),
    Bars: (gettext_lazy("同一张表的图"), gettext_lazy("点一条，看那一行")),
}


def table_chart(page: TablePage, found: DisclosureLinks) -> Chart | None:
    """The chart of a table page; None where there is nothing to draw."""
    if not (drawing := drawing_of(page)):
        return None
    title, hint = _WORDS[type(drawing)]
    return Chart(
        title=title,
        hint=hint,
        address=found.chart(page.table.number, page.table.selection),
        picture=picture_of(drawing),
        is_narrow=len(page.halves) == 1 and not page.is_wide,
        legend=_legend(drawing),
    )


def _legend(drawing: Drawing) -> tuple[tuple[str, str], ...]:
    """What bars of a row or lines of different colours are; nothing where there is but one kind."""
    if isinstance(drawing, Years):
        return tuple((course.title, course.series) for course in drawing.courses)
    if not isinstance(drawing, Bars) or len(drawing.titles) == 1:
        return ()
    *rest, last = drawing.titles
    return (*((title, "rest") for title in rest), (last, "s1"))


def performance_chart(page: FormPage, found: DisclosureLinks) -> Chart | None:
    """The indicators of one form; None where none has numbers."""
    drawing = scores_of(page)
    if drawing is None:
        return None
    address = found.performance_chart(page.head.number)
    return Chart(_("得分和完成"), _("竖线是达到目标的地方"), address, picture_of(drawing), is_narrow=False)


def years_chart(page: UnitPage) -> Chart | None:
    """A unit's amounts over the years; None where there is but one year."""
    drawing = years_of(page)
    if drawing is None:
        return None
    hint, address = _("单位：{unit}").format(unit=term(page.amount_unit)), links.unit_chart(page.unit)
    return Chart(_("收入和支出"), hint, address, picture_of(drawing), is_narrow=False, legend=_legend(drawing))
