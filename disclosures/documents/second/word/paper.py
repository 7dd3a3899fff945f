"""Which text has the colour of what is behind it, as the pass over a Word document tells it from what it has met."""

from collections.abc import Sequence

from disclosures.documents.second.html.colours import BLACK, UNKNOWN, WHITE, are_alike
from disclosures.documents.second.word.looks import Looks
from disclosures.documents.second.word.parts import Container, Paragraph, Table

_NOTHING = ("", "auto")


def is_on_its_like(
    said: dict[str, str], paragraph: Paragraph, around: Sequence[Container], tables: Sequence[Table], looks: Looks
) -> bool:
    """Whether a run of which that is said cannot be told from its paper; `around` and `tables` are the open ones."""
    text = _digits(said.get("color", "auto"))
    if text == UNKNOWN or said.get("highlight", "none") != "none":
        return False
    own = said.get("shd", "auto")
    if own not in _NOTHING:
        return are_alike(text, _digits(own))
    return text != BLACK and are_alike(text, _paper(paragraph, around, tables, looks))


def _paper(paragraph: Paragraph, around: Sequence[Container], tables: Sequence[Table], looks: Looks) -> str:
    if paragraph.shade not in _NOTHING:
        return _digits(paragraph.shade)
    if looks.is_shaded(paragraph.style):
        return UNKNOWN
    depth = len(tables)
    for container in reversed(around):
        if container.is_box:
            return UNKNOWN
        if container.shade not in _NOTHING:
            return _digits(container.shade)
        if container.is_cell and depth:
            depth -= 1
            table = tables[depth]
            if table.shade not in _NOTHING:
                return _digits(table.shade)
            if looks.is_shaded(table.style):
                return UNKNOWN
    return UNKNOWN if looks.has_background else WHITE


def _digits(said: str) -> str:
    plain = said.lower()
    return plain if len(plain) == 6 and not plain.strip("0123456789abcdef") else UNKNOWN
