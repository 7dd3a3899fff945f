"""Wordings as templates: words as they are printed, with slots in braces for figures, names and what varies."""

import re
from dataclasses import dataclass

from disclosures.checks.figures import Unit
from disclosures.checks.narrative.meaning.figures import TextFigure

_PARTING = "，。；：、"
SLOTS = {
    "label": rf"(?P<label>[^{_PARTING}]{{2,40}}?)",
}
FIGURES: dict[str, Unit] = {
    "amount": Unit.YUAN, "percent": Unit.PERCENT, "points": Unit.POINTS, "count": Unit.NUMBER,
}  # fmt: skip
_FIGURE = re.compile(r"\{(amount|percent|points|count)(?::([^}]*))?\}")
_SLOT = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True)
class Template:
    """What stands before and after one figure, and of which kind the figure is; `counted` are words for counts."""

    before: re.Pattern
    after: re.Pattern
    unit: Unit
    counted: re.Pattern | None

    @classmethod
    def read(cls, text: str) -> "Template":
        """Words stand at the beginning of a clause, unless the template begins with …."""
        figure = _FIGURE.search(text)
        before, after = text[: figure.start()], text[figure.end() :]
        start = "" if before.startswith("…") else rf"(?:^|[{_PARTING}])"
        return cls(
            re.compile(start + _expanded(before.lstrip("…")) + "$"),
            re.compile(_expanded(after)),
            FIGURES[figure[1]],
            re.compile(figure[2]) if figure[2] else None,
        )

    def match(self, gap: str, figure: TextFigure, tail: str) -> re.Match | None:
        """The words before the figure, if all fits."""
        if self.counted and not self.counted.fullmatch(figure.counted):
            return None
        if self.unit == Unit.NUMBER and figure.is_bare:
            return None
        match = self.before.search(gap)
        return match if match and self.after.match(tail) else None


def _expanded(words: str) -> str:
    return _SLOT.sub(lambda slot: SLOTS[slot[1]], words)
