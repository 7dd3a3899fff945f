"""The numbers that a Word document puts before its paragraphs, counted once more over all that was gathered."""

from dataclasses import dataclass, field

from disclosures.documents.second.marks import SEEN
from disclosures.documents.second.word.elements import parser_of
from disclosures.documents.second.word.looks import WORD, Looks
from disclosures.documents.second.word.parts import Container, Paragraph
from disclosures.documents.word.numerals import written

_BULLET, _DECIMAL = "bullet", "decimal"
_NO = ("0", "false", "off")
_LONGEST = 40


@dataclass
class _Scheme:
    """What is said of the levels of a list, by level and name of what is said."""

    said: dict[int, dict[str, str]] = field(default_factory=dict)
    of_style: str = ""

    def at(self, depth: int, name: str, otherwise: str) -> str:
        return self.said.get(depth, {}).get(name, otherwise)


@dataclass
class Numbers:
    """Reads `word/numbering.xml`, then puts its number before every paragraph that has one."""

    looks: Looks
    schemes: dict[str, _Scheme] = field(default_factory=dict)
    scheme_of: dict[str, str] = field(default_factory=dict)  # by number of the list
    own: dict[str, _Scheme] = field(default_factory=dict)  # what a list says otherwise than its scheme
    reached: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)
    _open: list[str] = field(default_factory=list)
    _key: str = ""
    _depth: int = 0

    def read(self, content: bytes) -> "Numbers":
        parser_of(self._start, lambda name: self._open.pop()).Parse(content, True)
        return self

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag, value = name.removeprefix(f"{WORD}|"), attributes.get(f"{WORD}|val")
        if tag == "abstractNum":
            self._key = attributes.get(f"{WORD}|abstractNumId", "")
            self.schemes[self._key] = _Scheme()
        elif tag == "num":
            self._key = attributes.get(f"{WORD}|numId", "")
            self.own[self._key] = _Scheme()
        elif tag == "abstractNumId":
            self.scheme_of[self._key] = value or ""
        elif tag == "numStyleLink":
            self.schemes[self._key].of_style = value or ""
        elif tag in ("lvl", "lvlOverride"):
            self._depth = _number(attributes.get(f"{WORD}|ilvl", ""), 0)
            if tag == "lvl":
                self._target().said.setdefault(self._depth, {})["is whole"] = "1"
        elif self._open[-1:] in (["lvl"], ["lvlOverride"]):
            self._target().said.setdefault(self._depth, {})[tag] = "1" if value is None else value
        self._open.append(tag)

    def _target(self) -> _Scheme:
        return self.own[self._key] if "num" in self._open else self.schemes[self._key]

    def put(self, container: Container, *, is_gone: bool = False) -> None:
        """Before each paragraph that is seen, in the order in which a person meets them."""
        for part in container.content:
            if isinstance(part, Paragraph):
                self._put(part, is_gone)
                for box in part.boxes:
                    self.put(box, is_gone=is_gone or box.is_gone)
                continue
            for row in part.rows:
                for cell in row.cells:
                    self.put(cell, is_gone=is_gone or row.is_gone or cell.is_gone or cell.is_covered)

    def _put(self, paragraph: Paragraph, is_gone: bool) -> None:
        if not is_gone and (text := self._before(paragraph)):
            paragraph.stretches.insert(0, (SEEN, text))

    def _before(self, paragraph: Paragraph) -> str:
        number, depth = paragraph.list_number, paragraph.list_depth
        if number is None:
            number, of_style, style = self.looks.list_of(paragraph.style)
            depth = depth or of_style or self._depth_of_style(number, style)
        at, scheme = _number(depth or "0", 0), self._scheme(number)
        if number in ("", "0") or scheme is None or at not in scheme.said:
            return ""
        self._advance(number, at, scheme)
        return self._text(number, at, scheme)

    def _depth_of_style(self, number: str, style: str) -> str:
        scheme = self._scheme(number)
        levels = scheme.said if scheme else {}
        return str(next((depth for depth, said in levels.items() if style and said.get("pStyle") == style), 0))

    def _scheme(self, number: str) -> _Scheme | None:
        scheme = self.schemes.get(self.scheme_of.get(number, ""))
        if scheme and scheme.of_style:
            other = self.looks.list_of(scheme.of_style)[0]
            scheme = self.schemes.get(self.scheme_of.get(other, ""), scheme)
        if scheme is None:
            return None
        own = {depth: said for depth, said in self.own[number].said.items() if "is whole" in said}
        return _Scheme(scheme.said | own)

    def _advance(self, number: str, at: int, scheme: _Scheme) -> None:
        counts = self.reached.setdefault(self.scheme_of[number], {})
        begins = self.own[number].at(at, "startOverride", "")
        first = _number(scheme.at(at, "start", ""), 1)
        if begins and (number, at) not in self.begun:
            counts[at] = _number(begins, 1)
        else:
            counts[at] = counts[at] + 1 if at in counts else first
        self.begun.add((number, at))
        for depth in list(counts):
            if depth > at and scheme.at(depth, "lvlRestart", "") != "0":
                del counts[depth]

    def _text(self, number: str, at: int, scheme: _Scheme) -> str:
        if scheme.at(at, "numFmt", _DECIMAL) == _BULLET:
            return ""
        counts, pattern = self.reached[self.scheme_of[number]], scheme.at(at, "lvlText", "")[:_LONGEST]
        legal = scheme.at(at, "isLgl", "0") not in _NO
        for depth in range(9):
            count = counts.get(depth, _number(scheme.at(depth, "start", ""), 1))
            kind = _DECIMAL if legal else scheme.at(depth, "numFmt", _DECIMAL)
            pattern = pattern.replace(f"%{depth + 1}", written(count, kind))
        text = pattern[:_LONGEST].strip()
        closes = scheme.at(at, "suff", "") == "nothing" or not text or text[-1] in "、）)．。：:"
        return text if closes else f"{text} "


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise
