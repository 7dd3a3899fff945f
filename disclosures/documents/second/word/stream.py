"""The pass over the events of a Word document's XML: each element is met once, opening and closing."""

from collections.abc import Callable
from dataclasses import dataclass, field

from disclosures.documents.second.marks import RAISED, SEEN, UNSEEN
from disclosures.documents.second.word.elements import parser_of
from disclosures.documents.second.word.looks import (
    WORD,
    Looks,
    drawn,
    in_font,
    is_beside_the_line,
    is_on,
    position_and_size,
    said_of,
    short_name,
)
from disclosures.documents.second.word.paper import is_on_its_like
from disclosures.documents.second.word.parts import Container, Paragraph, Row, Table

_WORDS = ("t", "m:t")
_SPACE = "http://www.w3.org/XML/1998/namespace|space"
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MARKED_AWAY = ("del", "moveFrom")


@dataclass(slots=True)
class _Run:
    said: dict[str, str] = field(default_factory=dict)
    font: str = ""
    has_note: bool = False


class Stream:
    """Reads `word/document.xml`; afterwards `body` holds the paragraphs and tables in their order."""

    def __init__(self, looks: Looks):
        self.looks = looks
        self.body = Container()
        self.open: list[str] = []
        self.containers = [self.body]
        self.tables: list[Table] = []
        self.paragraphs: list[Paragraph] = []
        self.runs: list[_Run | None] = [None]
        self.gone = 0  # deletions that are open
        self.ruby = 0
        self.taken: list[bool] = []  # for each open choice between programs, whether one was taken
        self.skipped = 0  # open elements of a choice that is not taken
        self.words: list[str] = []
        self.keeps_ends = False  # whether blanks at the ends of the words are kept

    def read(self, content: bytes) -> Container:
        parser = parser_of(self._start, self._end)
        parser.buffer_text = True
        parser.CharacterDataHandler = self._data
        parser.Parse(content, True)
        return self.body

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.skipped or self._is_other_choice(tag := short_name(name)):
            self.skipped += 1
            return
        self.looks.has_background |= tag == "background"
        if opens := _OPENS.get(tag):
            opens(self, attributes)
        elif tag in _CHARACTERS:
            if self.runs[-1]:
                self._add(_CHARACTERS[tag])
        elif self.open and self.open[-1] in _SAYS:
            self._says(tag, attributes.get(f"{WORD}|val", "1"), attributes)
        elif tag in _MARKED_AWAY:
            self.gone += 1
        self.open.append(tag)

    def _end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        tag = self.open.pop()
        if closes := _CLOSES.get(tag):
            closes(self)
        elif tag in _MARKED_AWAY and self.open[-1:] and self.open[-1] not in _SAYS:
            self.gone -= 1

    def _is_other_choice(self, tag: str) -> bool:
        """Whether this is written for another program than the one that is followed."""
        if tag not in ("mc:Choice", "mc:Fallback") or not self.taken:
            return False
        other, self.taken[-1] = self.taken[-1], True
        return other

    def _data(self, text: str) -> None:
        if not self.skipped and self.open and self.open[-1] in _WORDS:
            self.words.append(text)

    # What holds text ------------------------------------------------------------------------------------------------

    def _open_table(self, _) -> None:
        table = Table()
        self.containers[-1].content.append(table)
        self.tables.append(table)

    def _close_table(self) -> None:
        table = self.tables.pop()
        around = next((element for element in reversed(self.open) if element in ("tc", "txbxContent")), "")
        if around == "tc" and self.tables:  # a text box stands by itself
            self.tables[-1].inner_cells += table.own_cells + table.inner_cells

    def _open_row(self, _) -> None:
        if self.tables:
            self.tables[-1].rows.append(Row())

    def _open_cell(self, _) -> None:
        cell = Container(is_cell=True)
        if self.tables and self.tables[-1].rows:
            self.tables[-1].rows[-1].cells.append(cell)
        self.containers.append(cell)

    def _close_container(self) -> None:
        self.containers.pop()

    def _open_box(self, _) -> None:
        box = Container(is_gone=self._is_unseen(), is_box=True)
        if self.paragraphs:
            self.paragraphs[-1].boxes.append(box)
        self.containers.append(box)

    def _open_paragraph(self, _) -> None:
        paragraph = Paragraph()
        self.containers[-1].content.append(paragraph)
        self.paragraphs.append(paragraph)
        self.runs.append(None)

    def _close_paragraph(self) -> None:
        self.paragraphs.pop()
        self.runs.pop()

    # Text ------------------------------------------------------------------------------------------------------------

    def _open_run(self, _) -> None:
        self.runs.append(_Run())

    def _close_run(self) -> None:
        self.runs.pop()

    def _note(self, _) -> None:
        if self.runs[-1]:
            self.runs[-1].has_note = True

    def _open_words(self, attributes: dict[str, str]) -> None:
        self.words.clear()
        self.keeps_ends = attributes.get(_SPACE) == "preserve"

    def _close_words(self) -> None:
        run, text = self.runs[-1], "".join(self.words)
        self._add(in_font(text if self.keeps_ends else text.strip(" \t\r\n"), run.font if run else ""))

    def _symbol(self, attributes: dict[str, str]) -> None:
        self._add(drawn(attributes.get(f"{WORD}|font", ""), attributes.get(f"{WORD}|char", "")))

    def _add(self, text: str) -> None:
        if not self.paragraphs:
            return
        paragraph, kind = self.paragraphs[-1], self._kind()
        paragraph.add(UNSEEN if any(paragraph.in_code) else kind, text)
        run = self.runs[-1]
        if kind == SEEN and run and text.strip() and not any(paragraph.in_code):
            paragraph.line = position_and_size(self.looks.of_run(run.said, paragraph.style))

    def _is_unseen(self) -> bool:
        return bool(self.gone or self.ruby) or (bool(self.paragraphs) and self._kind() == UNSEEN)

    def _kind(self) -> str:
        run = self.runs[-1]
        if self.gone or self.ruby:
            return UNSEEN
        if not run:
            return SEEN
        paragraph = self.paragraphs[-1]
        said = self.looks.of_run(run.said, paragraph.style)
        if is_on(said, "vanish") or is_on_its_like(said, paragraph, self.containers, self.tables, self.looks):
            return UNSEEN
        if run.has_note or is_beside_the_line(said) or _stands_off(position_and_size(said), paragraph.line):
            return RAISED
        return SEEN

    def _field(self, attributes: dict[str, str]) -> None:
        if not self.paragraphs:
            return
        codes, kind = self.paragraphs[-1].in_code, attributes.get(f"{WORD}|fldCharType")
        if kind == "begin":
            codes.append(True)
        elif codes and kind == "separate":
            codes[-1] = False
        elif codes and kind == "end":
            codes.pop()

    def _open_ruby(self, _) -> None:
        self.ruby += 1

    def _close_ruby(self) -> None:
        self.ruby -= 1

    def _open_alternatives(self, _) -> None:
        self.taken.append(False)

    def _close_alternatives(self) -> None:
        self.taken.pop()

    # Properties ------------------------------------------------------------------------------------------------------

    def _says(self, tag: str, value: str, attributes: dict[str, str]) -> None:
        holder, around = self.open[-1], self.open[-2] if len(self.open) > 1 else ""
        if holder == "rPr" and around == "r" and self.runs[-1]:
            self._of_run(tag, value, attributes)
        elif holder == "rPr" and around == "pPr" and self.paragraphs:
            is_gone = tag in _MARKED_AWAY or (tag == "vanish" and is_on({"vanish": value}, "vanish"))
            self.paragraphs[-1].goes_on |= is_gone
        elif holder == "pPr" and self.paragraphs and around == "p":
            self._of_block(self.paragraphs[-1], tag, said_of(tag, attributes))
        elif holder == "numPr" and self.open[-3:-1] == ["p", "pPr"] and self.paragraphs:
            self._of_list(tag, value)
        elif holder == "trPr" and around == "tr" and self.tables and self.tables[-1].rows:
            self._of_row(self.tables[-1].rows[-1], tag, value)
        elif holder == "tblPr" and around == "tbl" and self.tables:
            self._of_block(self.tables[-1], tag, said_of(tag, attributes))
        elif holder == "tcPr" and around == "tc":
            said = said_of(tag, attributes) if tag == "shd" else attributes.get(f"{WORD}|val")
            self._of_cell(self.containers[-1], tag, said)

    def _of_list(self, tag: str, value: str) -> None:
        if tag == "numId":
            self.paragraphs[-1].list_number = value
        elif tag == "ilvl":
            self.paragraphs[-1].list_depth = value

    def _of_run(self, tag: str, value: str, attributes: dict[str, str]) -> None:
        run = self.runs[-1]
        if tag == "rFonts":
            run.font = attributes.get(f"{WORD}|ascii") or attributes.get(f"{WORD}|hAnsi") or ""
        elif tag in ("vanish", "vertAlign", "position", "sz", "rStyle", "color", "shd", "highlight"):
            run.said[tag] = said_of(tag, attributes)

    def _of_block(self, block: Paragraph | Table, tag: str, value: str) -> None:
        if tag in ("pStyle", "tblStyle"):
            block.style = value
        elif tag == "shd":
            block.shade = value

    def _of_row(self, row: Row, tag: str, value: str) -> None:
        if tag in _MARKED_AWAY:
            row.is_gone = True
        elif tag == "gridBefore":
            row.before = _columns(value)

    def _of_cell(self, cell: Container, tag: str, value: str | None) -> None:
        if tag == "gridSpan":
            cell.width = max(_columns(value or ""), 1)
        elif tag in ("vMerge", "hMerge"):
            cell.is_covered |= value in (None, "continue")
        elif tag == "cellDel":
            cell.is_gone = True
        elif tag == "shd":
            cell.shade = value or ""


def _columns(text: str) -> int:
    is_number = text != "" and all(digit in "0123456789" for digit in text) and len(text) < 10
    return min(int(text), 100) if is_number else 0


def _stands_off(own: tuple[int, int], line: tuple[int, int] | None) -> bool:
    """Whether small text stands four half points or more above or below the line."""
    return line is not None and abs(own[0] - line[0]) > 3 and own[1] * 10 <= line[1] * 8


_SAYS = {"rPr", "pPr", "numPr", "tblPr", "trPr", "tcPr"}
_OPENS: dict[str, Callable[[Stream, dict[str, str]], None]] = {
    "tbl": Stream._open_table, "tr": Stream._open_row, "tc": Stream._open_cell, "txbxContent": Stream._open_box,
    "p": Stream._open_paragraph, "r": Stream._open_run, "rt": Stream._open_ruby, "fldChar": Stream._field,
    "footnoteReference": Stream._note, "endnoteReference": Stream._note, "sym": Stream._symbol,
    "mc:AlternateContent": Stream._open_alternatives, **dict.fromkeys(_WORDS, Stream._open_words),
}  # fmt: skip
_CLOSES: dict[str, Callable[[Stream], None]] = {
    "tbl": Stream._close_table, "tc": Stream._close_container, "txbxContent": Stream._close_container,
    "p": Stream._close_paragraph, "r": Stream._close_run, "rt": Stream._close_ruby, "t": Stream._close_words,
    "m:t": Stream._close_words,
    "mc:AlternateContent": Stream._close_alternatives,
}  # fmt: skip
