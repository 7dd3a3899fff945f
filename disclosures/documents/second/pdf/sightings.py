"""A second look at a PDF file: the text that pdfium itself finds on each page, asked for by the places of the first.

Nothing of how the first reading builds words, tells doubles from digits or puts lines together is used here.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from pypdfium2 import PdfDocument

from disclosures.documents.items import Sighting
from disclosures.documents.limits import Limits
from disclosures.documents.pdf.areas import Area, PageAreas
from disclosures.documents.pdf.drawn.budget import Budget
from disclosures.documents.second.pdf.aside import marks_in, unseen_in
from disclosures.documents.second.pdf.seen import SeenInFile
from disclosures.documents.second.pdf.text import PageText, Stretch, stretches_of
from disclosures.documents.second.pictures import strips_on


def look_again_at_pdf(path: Path, limits: Limits, items: Any) -> Iterator[Sighting]:
    """Every figure that pdfium sees, or that stands in the strips of a scanned page, at the place of the first reading
    that is there.
    """
    file = SeenInFile(items)
    budget = Budget(path.name, limits)
    document = PdfDocument(path.read_bytes())
    try:
        for number, areas in items.areas.items():
            budget.check_time()
            if areas.is_scan:
                yield from file.page(number, strips_on(areas))
                continue
            page = document[number - 1]
            yield from file.page(number, _placed(page, areas))
            page.close()
    finally:
        document.close()
    yield from file.figures()


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
