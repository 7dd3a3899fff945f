"""A chart on a page: its picture, where the script finds its figure, and what to say about it."""

from dataclasses import dataclass

from disclosures.pages.charts.drawing import drawing_of
from disclosures.pages.charts.performance import scores_of
from disclosures.pages.charts.shapes import Bars, Drawing, Flow, Tree
from disclosures.pages.contents.performance import FormPage
from disclosures.pages.contents.table_page import TablePage
from disclosures.pages.links import DisclosureLinks
from disclosures.pages.pictures.picture import Picture, picture_of


@dataclass(frozen=True)
class Chart:
    """`is_narrow` charts stand beside a table that leaves room for one; `titles` name the bars of a row."""

    title: str
    hint: str
    address: str
    picture: Picture
    is_narrow: bool
    titles: tuple[str, ...] = ()


_WORDS = {
    Tree: ("同一张表的图", "点一块，只看那一项"),
    Flow: ("钱从哪里来，到哪里去", "点名称，跳到那一行"),
    Bars: ("同一张表的图", "点一条，看那一行"),
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
        titles=_titles(drawing),
    )


def _titles(drawing: Drawing) -> tuple[str, ...]:
    return drawing.titles if isinstance(drawing, Bars) and len(drawing.titles) > 1 else ()


def performance_chart(page: FormPage, found: DisclosureLinks) -> Chart | None:
    """The indicators of one form; None where none has numbers."""
    drawing = scores_of(page)
    if drawing is None:
        return None
    address = found.performance_chart(page.head.number)
    return Chart("得分和完成", "竖线是达到目标的地方", address, picture_of(drawing), is_narrow=False)
