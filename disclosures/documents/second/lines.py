"""The second readings of text files and of tables as text: the file's letters, cut as plainly as can be."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from disclosures.documents.figures import sighted
from disclosures.documents.items import DocumentError, Item, Sighting
from disclosures.documents.limits import Limits
from disclosures.documents.second.drawn import seen_in_lines

_END = re.compile(r"\r\n|[\n\r\f\u2028\u2029]")
_OF_FIGURES = frozenset("0123456789.,% ")
_LIST_MARKS = ("- ", "* ", "+ ")
_SEPARATORS = ("\t", ";", "|", ",")


def look_again_at_text(path: Path, limits: Limits, items: Sequence[Item]) -> Iterator[Sighting]:
    """Figures of a text file by line, and by cell where the line has tabs or bars."""
    prose: list[tuple[str, str]] = []
    for number, line in enumerate(_END.split(_letters(path)), start=1):
        place = f"第 {number} 行"
        if "\t" not in line:
            prose.append((place, _without_marks(line)))
            continue
        prose.append(("", ""))
        yield from _in_cells(place, line.split("\t"))
    yield from seen_in_lines(prose)


def look_again_at_csv(path: Path, limits: Limits, items: Sequence[Item]) -> Iterator[Sighting]:
    """Figures of a .csv or .tsv by record and cell."""
    text = _letters(path)
    for number, record in enumerate(_records(text, _separator(text), path.name), start=1):
        yield from _in_cells(f"第 {number} 行", record)


def _letters(path: Path) -> str:
    content = path.read_bytes()
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    text = content.decode("utf-8", errors="replace").removeprefix("\ufeff")
    is_other = "\ufffd" in text and b"\xef\xbf\xbd" not in content
    return content.decode("gb18030", errors="replace") if is_other else text


def _without_marks(line: str) -> str:
    """Without the dash of a list, which is no sign; but a line that is a figure alone keeps its own."""
    words = line.strip().replace("**", "")
    is_listed = words.startswith(_LIST_MARKS) and not set(words[2:]) <= _OF_FIGURES
    return words[2:] if is_listed else words


def _in_cells(place: str, cells: Sequence[str]) -> Iterator[Sighting]:
    for n, cell in enumerate(cells, start=1):
        yield from sighted(cell, f"{place}第 {n} 格")


def _separator(text: str) -> str:
    """The mark that is in most lines; a comma counts where it does not stand between digits."""
    lines = _END.split(text[:1_000_000])[:200]

    def lines_with(mark: str) -> int:
        separator = re.compile(r"(?<!\d),|,(?!\d)" if mark == "," else re.escape(mark))
        return sum(bool(separator.search(line)) for line in lines)

    return max(_SEPARATORS, key=lines_with) if any(map(lines_with, _SEPARATORS)) else ","


def _records(text: str, mark: str, name: str) -> Iterator[list[str]]:
    """Records of cells; in quotes a mark and the end of a line are letters, and a quote is written twice."""
    plain = re.compile(rf"[^{re.escape(mark)}\r\n]*")
    record, at = [], 0
    while at < len(text):
        cell = ""
        if text[at] == '"':
            cell, at = _quoted(text, at + 1, name)
        rest = plain.match(text, at)
        record.append(cell + rest[0])
        at = rest.end()
        if at < len(text) and text[at] != mark:
            yield record
            record = []
            at += 2 if text.startswith("\r\n", at) else 1
        elif at < len(text):
            at += 1
    if record:
        yield record


def _quoted(text: str, at: int, name: str) -> tuple[str, int]:
    parts = []
    while True:
        end = text.find('"', at)
        if end < 0:
            raise DocumentError(f"{name} 的引号不成对，分不清哪里是一格的结尾，没有读入。")
        parts.append(text[at:end])
        if not text.startswith('""', end):
            return "".join(parts), end + 1
        parts.append('"')
        at = end + 2
