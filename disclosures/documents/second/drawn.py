"""Lines that draw a table with bars, as the second readings see them: a figure is in a cell, not just in a line."""

from collections.abc import Iterable, Iterator

from disclosures.documents.figures import sighted
from disclosures.documents.items import Sighting

_BARS = str.maketrans("│┃║", "|||")
_OF_RULES = frozenset("|+:=_-─━═┄┈┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╪╫┏┓┗┛┣┫┳┻╋ \t")


def seen_in_lines(lines: Iterable[tuple[str, str]]) -> Iterator[Sighting]:
    """Figures of these lines, each with its place and text; two rows below each other, with rules, are a table."""
    rows: list[tuple[str, str, bool]] = []
    for place, text in (*lines, ("", "")):
        line = text.strip().translate(_BARS)
        is_rule = len(line) > 2 and set(line) <= _OF_RULES
        if is_rule or line.count("|") > 1:
            rows.append((place, line, is_rule))
            continue
        yield from _of_rows(rows)
        rows = []
        yield from sighted(text, place)


def _of_rows(rows: list[tuple[str, str, bool]]) -> Iterator[Sighting]:
    drawn = [(place, line) for place, line, is_rule in rows if not is_rule]
    if len(drawn) < 2:
        for place, line in drawn:
            yield from sighted(line, place)
        return
    for place, line in drawn:
        begins_with_bar = line[0] == "|"
        for n, cell in enumerate(line.split("|")):
            yield from sighted(cell, f"{place}第 {n if begins_with_bar else n + 1} 格")
