"""The pass over the tags of a page: each is met once, opening and closing; what it leaves open is closed as need be."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from disclosures.documents.second.html.colours import (
    BLACK,
    SAID_BY,
    UNKNOWN,
    WHITE,
    are_alike,
    colour_behind,
    is_out_of_sight,
    text_colour,
)
from disclosures.documents.second.html.styles import Element, Sheet
from disclosures.documents.second.marks import RAISED, SEEN, UNSEEN

_EMPTY = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
}  # fmt: skip
_LEFT_OUT = {"script", "style", "title", "template", "noscript", "nav"}
_TYPED = ("", "text", "number", "search", "tel", "url", "email", "date", "month", "week", "time", "datetime-local")
_SECTIONS = {"tbody", "thead", "tfoot"}
_CELLS = {"td", "th"}
_PARTS = {"tr", "caption", *_SECTIONS, *_CELLS}
_LINES = {
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "ol", "option", "p", "pre", "section", "summary", "table", "ul", *_PARTS,
}  # fmt: skip
_INLINE = {
    "a", "b", "big", "code", "del", "em", "font", "i", "ins", "label", "s", "small", "span", "strike", "strong", "sub",
    "sup", "tt", "u",
}  # fmt: skip
# What an opening tag closes, up to the table or cell that it stands in.
_IN_ROW = {*_CELLS, "caption"}
_CLOSES = {
    "td": _IN_ROW, "th": _IN_ROW, "tr": {"tr", *_IN_ROW}, "tbody": _PARTS, "thead": _PARTS, "tfoot": _PARTS,
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"},
}  # fmt: skip
_DEEPEST = 200  # tables in each other
_SPACES = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(slots=True)
class Cell:
    width: int
    height: int
    is_gone: bool
    stretches: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    section: int
    is_gone: bool
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table with the tables in it; `flow` is all that stands in it, in order, should it only lay out a page."""

    rows: list[Row] = field(default_factory=list)
    around: list[tuple[str, str]] = field(default_factory=list)  # text in none of its cells
    flow: list["tuple[str, str] | Table"] = field(default_factory=list)
    own: int = 0
    inner: int = 0
    section: int = 0
    cell: Cell | None = None  # that is open

    @property
    def lays_out(self) -> bool:
        return self.inner > self.own


@dataclass(slots=True)
class _Look:
    gone: bool = False
    invisible: bool = False
    tiny: bool = False
    struck: bool = False
    raised: bool = False
    keeps: bool = False
    away: bool = False
    text: str = BLACK
    behind: str = WHITE

    @property
    def kind(self) -> str:
        if self.gone or self.invisible or self.tiny or self.struck or self.away or are_alike(self.text, self.behind):
            return UNSEEN
        return RAISED if self.raised else SEEN


@dataclass(slots=True)
class _Open:
    element: Element
    look: _Look


class Stream(HTMLParser):
    """Reads a page; afterwards `flow` holds its text in stretches and its tables, in their order."""

    def __init__(self, sheet: Sheet):
        super().__init__(convert_charrefs=True)
        self.sheet = sheet
        self.flow: list[tuple[str, str] | Table] = []
        self.open: list[_Open] = []
        self.tables: list[Table] = []
        self.left_out = 0
        self.choice: list[tuple[bool, list[str]]] | None = None  # whether chosen, and the words, of each option
        self.outermost = _Look()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _LEFT_OUT:
            self.left_out += 1
        if self.left_out or tag in ("html", "head"):
            return
        self._close_for(tag)
        said: dict[str, str] = {}
        for name, value in attributes:
            said.setdefault(name, value or "")
        opened = _Open(Element(tag, said), _Look())
        self.open.append(opened)
        opened.look = self._look(opened.element)
        self._structure(tag, opened)
        self._line(opened)
        self._field(tag, said, opened.look)
        if tag in _EMPTY:
            self.open.pop()

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _LEFT_OUT:
            self.left_out = max(self.left_out - 1, 0)
            return
        if self.left_out:
            return
        for depth in range(len(self.open) - 1, -1, -1):
            name = self.open[depth].element.tag
            if name == tag:
                self._close_down_to(depth)
                return
            if name == "table" or (name in _PARTS and tag not in (*_PARTS, "table")):
                return
            if tag in _INLINE and name not in _INLINE:
                return

    def handle_data(self, text: str) -> None:
        if self.left_out:
            return
        look = self.open[-1].look if self.open else self.outermost
        if self.choice is not None:
            if self.choice:
                self.choice[-1][1].append(_SPACES.sub(" ", text))
            return
        if not look.keeps:
            self._add((look.kind, _SPACES.sub(" ", text)))
            return
        for n, line in enumerate(text.split("\n")):
            if n:
                self._add((UNSEEN if look.gone else SEEN, "\n"))
            self._add((look.kind, _SPACES.sub(" ", line)))

    def close(self) -> None:
        super().close()
        self._close_down_to(0)

    # Structure --------------------------------------------------------------------------------------------------------

    def _close_for(self, tag: str) -> None:
        """Close what cannot hold this tag: a cell before the next one, a paragraph before a block."""
        closed = _CLOSES.get(tag, {"p"} if tag in _LINES and tag != "br" else set())
        for depth in range(len(self.open) - 1, -1, -1):
            name = self.open[depth].element.tag
            if name in closed:
                self._close_down_to(depth)
                return self._close_for(tag) if tag in _PARTS else None
            if name == "table" or (name in _PARTS and tag not in _PARTS):
                return None
            if tag not in _PARTS and name in _LINES and name != "p":
                return None
        return None

    def _close_down_to(self, depth: int) -> None:
        while len(self.open) > depth:
            opened = self.open[-1]
            tag = opened.element.tag
            if tag == "select" and self.choice is not None:
                self._chosen(opened.look)
            self._line(opened)
            self.open.pop()
            if tag == "table":
                self._end_table()
            elif tag in _CELLS and self.tables:
                self.tables[-1].cell = None

    def _structure(self, tag: str, opened: _Open) -> None:
        if tag == "table":
            if len(self.tables) >= _DEEPEST:
                raise RecursionError
            table = Table()
            self._target().append(table)
            self.tables.append(table)
        elif self.tables:
            table = self.tables[-1]
            if tag in _SECTIONS:
                table.section += 1
            elif tag == "tr":
                table.rows.append(Row(table.section, opened.look.gone))
            elif tag in _CELLS:
                self._cell(table, opened)

    def _cell(self, table: Table, opened: _Open) -> None:
        if not table.rows:
            table.rows.append(Row(table.section, is_gone=False))
        said = opened.element.attributes
        width, height = _span(said.get("colspan"), 200) or 1, _span(said.get("rowspan"), 20_000) or 20_000
        table.cell = Cell(width, height, opened.look.gone)
        table.rows[-1].cells.append(table.cell)
        table.own += 1

    def _end_table(self) -> None:
        table = self.tables.pop()
        if self.tables:
            self.tables[-1].inner += table.own + table.inner

    def _target(self) -> list:
        return self.tables[-1].flow if self.tables else self.flow

    # Text -------------------------------------------------------------------------------------------------------------

    def _field(self, tag: str, said: dict[str, str], look: _Look) -> None:
        """What somebody has typed is text; of a list that opens only the chosen option is seen."""
        if tag == "link" and "stylesheet" in said.get("rel", "").lower().split():
            self.outermost.behind = UNKNOWN
        elif tag == "input" and said.get("type", "").strip().lower() in _TYPED:
            self._add((look.kind, _SPACES.sub(" ", said.get("value", ""))))
        elif tag == "select" and "multiple" not in said and said.get("size", "1").strip() in ("", "0", "1"):
            self.choice = []
        elif tag == "option" and self.choice is not None:
            self.choice.append(("selected" in said, []))

    def _chosen(self, look: _Look) -> None:
        options, self.choice = self.choice or [], None
        chosen = [words for is_chosen, words in options if is_chosen]
        for words in chosen[-1:] or [words for _, words in options[:1]]:
            for stretch in ((SEEN, "\n"), (look.kind, "".join(words)), (SEEN, "\n")):
                self._add(stretch)

    def _line(self, opened: _Open) -> None:
        if opened.element.tag in _LINES and self.choice is None:
            self._add((UNSEEN if opened.look.gone else SEEN, "\n"))

    def _add(self, stretch: tuple[str, str]) -> None:
        """To the flow, and to the cell that is open in each table around."""
        self._target().append(stretch)
        for table in self.tables:
            (table.cell.stretches if table.cell else table.around).append(stretch)

    def _look(self, element: Element) -> _Look:
        around = self.open[-2].look if len(self.open) > 1 else self.outermost
        says = {prop: element.attributes[name].lower() for name, prop in SAID_BY if element.attributes.get(name)}
        if self.sheet.rules or "style" in element.attributes:
            says |= self.sheet.says([opened.element for opened in self.open])
        size = says.get("font-size", "")
        shown = says.get("visibility", "inherit")
        decoration = says.get("text-decoration", "") + says.get("text-decoration-line", "")
        return _Look(
            gone=around.gone or says.get("display", "none" if "hidden" in element.attributes else "") == "none",
            invisible=around.invisible if shown in ("inherit", "unset") else shown in ("hidden", "collapse"),
            tiny=_is_nothing(size) or (around.tiny and not _is_absolute(size)),
            struck=around.struck or element.tag in ("del", "s", "strike") or "line-through" in decoration,
            raised=around.raised or element.tag in ("sup", "sub") or says.get("vertical-align") in ("super", "sub"),
            keeps=around.keeps or element.tag == "pre",
            away=around.away or element.tag in ("rt", "rp") or is_out_of_sight(says),
            text=text_colour(says, around.text),
            behind=colour_behind(says, around.behind),
        )


def _is_nothing(size: str) -> bool:
    zero = re.fullmatch(r"[+-]?[0.]+(?:%|[a-z]*)", size)
    return bool(zero) and "0" in size


def _is_absolute(size: str) -> bool:
    return bool(size) and not re.search(r"(?:^|\d)(?:em|ex|%)$|inherit|larger|smaller", size)


def _span(text: str | None, most: int) -> int:
    digits = (text if text is not None else "1").strip()
    return min(int(digits), most) if re.fullmatch("[0-9]{1,9}", digits) else 1
