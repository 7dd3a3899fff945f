"""What is printed on every page and belongs to none: page numbers that count up, running heads and feet."""

import re
from collections import Counter
from collections.abc import Iterable

from disclosures.documents.pdf.pages import Page, PageLine

_MARGIN = 0.12  # of the page's height, at its top and bottom, in which page numbers stand
_EDGE = 0.08  # in which running heads stand; titles of tables stand lower
_FEWEST = 3  # pages that a running head must be on, and more than half of all
_PAGE_NUMBER = re.compile(r"[-—–－~·\s]*第?\s*(?P<number>\d{1,4})\s*页?\s*(?:[/／,，共]+\s*\d{1,4}\s*页?)?[-—–－~·\s]*")


def without_furniture(pages: list[Page]) -> list[Page]:
    """Take away what only says which page or document this is; the rest stays as it is."""
    numbers = _page_numbers(pages)
    for page in pages:
        page.pieces = [piece for piece in page.pieces if id(piece) not in numbers]
    repeated = _running(pages)
    for page in pages:
        while page.pieces and _text(page, page.pieces[0]) in repeated:
            del page.pieces[0]
        while page.pieces and _text(page, page.pieces[-1]) in repeated:
            del page.pieces[-1]
    return pages


def _page_numbers(pages: list[Page]) -> set[int]:
    """Lines (by their identity) that are numbers as far from the page's own as on another page."""
    placed = [
        (id(line), int(match["number"]) - page.number)
        for page in pages
        for line in _outermost(page)
        if _is_within(page, line, _MARGIN) and (match := _PAGE_NUMBER.fullmatch(line.text))
    ]
    distances = Counter(distance for _, distance in placed)
    return {line for line, distance in placed if distances[distance] > 1}


def _running(pages: list[Page]) -> set[str]:
    """Texts at the edge of most pages."""
    texts = Counter(text for page in pages for text in {_text(page, line) for line in _outermost(page)} if text)
    return {text for text, count in texts.items() if count >= _FEWEST and 2 * count > len(pages)}


def _outermost(page: Page) -> Iterable[PageLine]:
    """The first and the last thing on the page, if it is a line of text."""
    return {id(piece): piece for piece in (*page.pieces[:1], *page.pieces[-1:]) if isinstance(piece, PageLine)}.values()


def _text(page: Page, piece) -> str:
    """The text of a line at the edge of the page, or askew over it; "" for everything else."""
    is_edge = isinstance(piece, PageLine) and (not piece.em or _is_within(page, piece, _EDGE))
    return piece.text if is_edge else ""


def _is_within(page: Page, line: PageLine, share: float) -> bool:
    margin = share * page.box.height
    return line.box.bottom < margin or line.box.top > page.box.height - margin
