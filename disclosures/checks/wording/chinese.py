"""Tells a result in Chinese: its wording with the figures put in, and where each side is named in the sentence."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from disclosures.checks.figures import Figure, in_words, plain
from disclosures.checks.labels import Label, quoted
from disclosures.checks.wording.reasons import EACH, REASONS
from disclosures.checks.wording.relations import RELATIONS

if TYPE_CHECKING:
    from disclosures.checks.outcomes import Result


class Span(NamedTuple):
    """From which character to which a sentence names something; `is_figure` where it is the figure itself."""

    start: int
    stop: int
    is_figure: bool = False

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True)
class Told:
    """A sentence with the spans that name either side: by the figure, else by its label, else by what it stands in."""

    text: str
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()


def tell(result: "Result") -> Told:
    """The sentence of a result, in Chinese, out of its codes and facts."""
    writer = _Writer(result)
    writer.write(REASONS[result.reason] if result.reason else getattr(RELATIONS[result.relation], result.outcome.value))
    writer.add("。")
    return Told("".join(writer.written), writer.spans_of(result.left), writer.spans_of(result.right))


@lru_cache(maxsize=256)
def _parsed(wording: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, name) for literal, name, *_ in Formatter().parse(wording))


@dataclass
class _Writer:
    """A sentence while it is written, with what is named in it and where."""

    result: "Result"
    written: list[str] = field(default_factory=list)
    length: int = 0
    named: dict[object, Span] = field(default_factory=dict)  # the first time each is named

    def write(self, wording: str) -> None:
        for literal, name in _parsed(wording):
            self.add(literal)
            if name == "relation":
                self.write(RELATIONS[self.result.relation].broken)
            elif name:
                self._fact(*name.split("."))

    def add(self, words: str) -> None:
        self.written.append(words)
        self.length += len(words)

    def spans_of(self, side: Figure | None) -> tuple[Span, ...]:
        """Where the sentence names the side, the most exact first."""
        if side is None:
            return ()
        names = ((side.label, side.text), side.label, side.label.place)
        return tuple(self.named[name] for name in names if name in self.named)

    def _fact(self, name: str, part: str = "") -> None:
        result = self.result
        if name in _AMOUNTS:
            amount = getattr(result, name)
            self.add(plain(amount) if part == "number" else in_words(amount, result.precision, result.left.unit))
        elif name in _FIGURES:
            _PARTS[part](self, _FIGURES[name](result))
        else:
            self._told(name, part, result.facts[name])

    def _told(self, name: str, part: str, value: object) -> None:
        if isinstance(value, tuple):
            self._each(*EACH[name], value)
        elif isinstance(value, Figure):
            _PARTS[part](self, value)
        elif isinstance(value, Label):
            self.label(value)
        else:
            self.add(plain(value) if isinstance(value, Decimal) else str(value))

    def _each(self, wording: str, between: str, values: tuple) -> None:
        for n, one in enumerate(values):
            self.add(between if n else "")
            for literal, value in zip_longest(wording.split("{}"), one if isinstance(one, tuple) else (one,)):
                self.add(literal)
                self._told("", "", value or "")

    # -----------------------------------------------------------------------------------------------------------------
    # Parts of a figure
    # -----------------------------------------------------------------------------------------------------------------

    def figure(self, figure: Figure) -> None:
        """The label and the text, of which the text is the figure itself."""
        self.label(figure.label)
        self.add(" ")
        self._name((figure.label, figure.text), figure.text, is_figure=True)

    def label(self, label: Label) -> None:
        """The label, which may begin with what the figure stands in."""
        start, words = self.length, str(label)
        if label.place and words.startswith(label.place):
            self.named.setdefault(label.place, Span(start, start + len(label.place)))
        self._name(label, words)

    def place(self, figure: Figure) -> None:
        self._name(figure.label.place, figure.label.place)

    def text(self, figure: Figure) -> None:
        self.add(figure.text)

    def quote(self, figure: Figure) -> None:
        self.add(quoted(figure.text))

    def number(self, figure: Figure) -> None:
        self.add(plain(figure.value))

    def _name(self, what: object, words: str, *, is_figure: bool = False) -> None:
        if words:
            self.named.setdefault(what, Span(self.length, self.length + len(words), is_figure))
        self.add(words)


_AMOUNTS = ("apart", "bound")
_FIGURES: dict[str, Callable[["Result"], Figure]] = {
    "left": lambda result: result.left,
    "right": lambda result: result.right,
    "part": lambda result: result.parts[0],
    "other": lambda result: result.parts[1],
}
_PARTS: dict[str, Callable[[_Writer, Figure], None]] = {
    "": _Writer.figure,
    "label": lambda writer, figure: writer.label(figure.label),
    "text": _Writer.text,
    "place": _Writer.place,
    "quoted": _Writer.quote,
    "number": _Writer.number,
}
