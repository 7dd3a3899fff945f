"""A second look at a PDF file: the text that pdfium itself finds on each page, asked for by the places of the first.

Nothing of how the first reading builds words, tells doubles from digits or puts lines together is used here.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from pypdfium2 import PdfDocument

from disclosures.documents.figures import figures_in
from disclosures.documents.items import Grid, Item, Prose, Sighting
from disclosures.documents.limits import Limits
from disclosures.documents.pdf.areas import Area, PageAreas
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.scans.twice import looked_at_twice
from disclosures.documents.second.pdf.aside import marks_in, unseen_in
from disclosures.documents.second.pdf.seen import Seen
from disclosures.documents.second.pdf.text import PageText, Stretch, stretches_of


def look_again_at_pdf(path: Path, limits: Limits, items: Any) -> Iterator[Sighting]:
    """Every figure that pdfium sees, at the place that the first reading gave to where it stands.

    A scanned page has been looked at twice when it was read: where the looks differ, that has been told as a doubt.
    """
    seen: dict[str, Seen] = {}
    budget = Budget(path.name, limits)
    document = PdfDocument(path.read_bytes())
    try:
        for number, areas in items.areas.items():
            if areas.is_scan:
                continue
            budget.check_time()
            page = document[number - 1]
            nowhere = f"第 {number} 页段落和表格之外"
            left_out: dict[Area, Seen] = {}
            for stretch, area in _placed(page, areas):
                if area and not area.place:
                    left_out.setdefault(area, Seen()).add(stretch, number)
                else:
                    seen.setdefault(area.place if area else nowhere, Seen()).add(stretch, number)
            yield from _not_excused(left_out, nowhere)
            page.close()
    finally:
        document.close()
    yield from looked_at_twice(items)
    read = _read(items)
    for place, drawn in seen.items():
        yield from (Sighting(figure, place) for figure in drawn.figures(read.get(place, Counter())))


def _placed(page, areas: PageAreas) -> Iterator[tuple[Stretch, Area | None]]:
    """What pdfium finds, where it is whole in one cell or line; cut at the side of a cell where it is not."""
    for stretch in _seen(PageText(page, areas)):
        first, last = stretch.area_at(0), stretch.area_at(-1)
        if first is last or _is_whole(stretch, middle := stretch.area_in_the_middle()):
            yield stretch, first if first is last else middle
        else:
            yield from stretch.by_area()


def _seen(text: PageText) -> Iterator[Stretch]:
    """The stretches without note marks, and without what nobody sees."""
    stretches = list(stretches_of(text))
    unseen = unseen_in(text, stretches)
    aside = unseen | marks_in(text, stretches, unseen)
    for start, end, line, follows in stretches:
        if aside.isdisjoint(range(start, end)):
            yield Stretch(text, start, end, line, follows)
            continue
        for is_aside, group in groupby(range(start, end), key=aside.__contains__):
            if not is_aside:
                inside = list(group)
                yield Stretch(text, inside[0], inside[-1] + 1, line, follows)
                follows = True


def _is_whole(stretch: Stretch, area: Area | None) -> bool:
    """Whether the text stands out of the cell or line whose text it is."""
    return area is not None and stretch.text in "".join(area.text.split())


def _not_excused(left_out: dict[Area, Seen], nowhere: str) -> Iterable[Sighting]:
    """What stands where something was left out and is not what was left out."""
    for area, seen in left_out.items():
        known = Counter(figures_in(area.text))
        for figure in (Counter(seen.figures(known)) - known).elements():
            yield Sighting(figure, nowhere)


def _read(items: Sequence[Item]) -> dict[str, Counter]:
    """The figures of the first reading by their place: to tell how those over several lines are meant, no more."""
    texts = [(item.place, item.text) for item in items if isinstance(item, Prose)]
    texts += [(cell.place, cell.text) for item in items if isinstance(item, Grid) for row in item.rows for cell in row]
    return {place: Counter(figures_in(text)) for place, text in texts}
