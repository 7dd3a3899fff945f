"""What the checks make of a wording: figures linked, false alarms, planted errors found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from disclosures.amounts import AmountUnit, Outcome
from disclosures.checks.narrative.links import Link, TextSign, links_of
from disclosures.checks.outcomes import Result
from disclosures.checks.register import text as rules_of_text
from disclosures.intake.text.paragraphs import heading_level
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Chapter, Paragraph
from tests.checks.narrative.wordings.facts import Facts
from tests.checks.narrative.wordings.language import Piece, Wording, changed

_CLAUSE = 18  # characters beside a figure that show what was said of it
_HELD = (TextSign.EQUAL, TextSign.ROUNDING, TextSign.BROKEN)


@dataclass(frozen=True)
class Placed:
    """A figure of the text that the wording put there, with where it stands and what became of it."""

    piece: Piece
    paragraph: int
    start: int
    line: str
    link: Link | None

    @property
    def is_linked(self) -> bool:
        return self.link is not None and self.link.sign != TextSign.UNLINKED

    @property
    def phrase(self) -> str:
        """The figure among its words."""
        end = self.start + len(self.piece.text)
        before, after = self.line[max(0, self.start - _CLAUSE) : self.start], self.line[end : end + _CLAUSE]
        return f"{before}【{self.piece.text}】{after}"


@dataclass(frozen=True)
class Said:
    """A text of a made-up unit as the checks see it."""

    figures: list[Placed]
    strays: list[Link]  # held against something, though the wording means nothing of the accounts by them
    broken: list[Result]


def said(facts: Facts, lines: Sequence[Sequence[Piece]]) -> Said:
    """Read and check the text beside the tables and forms of its unit."""
    loaded = _loaded(facts, lines)
    results = [result for rule in rules_of_text.RULES for result in rule.check(rule.code, loaded)]
    links = links_of(loaded, results)
    figures = list(_placed(lines, links))
    meant = {id(one.link) for one in figures}
    strays = [link for link in links if id(link) not in meant and link.sign in _HELD]
    return Said(figures, strays, [result for result in results if result.outcome == Outcome.BROKEN])


def _loaded(facts: Facts, lines: Sequence[Sequence[Piece]]) -> LoadedDisclosure:
    made, texts = facts.made, ["".join(piece.text for piece in line) for line in lines]
    if any("单位决算" in text for text in texts):  # as the cover then says
        made.disclosure.title = made.disclosure.title.replace("部门决算", "单位决算")
    parts = [part for part in made.parts() if not isinstance(part, Paragraph)]
    for n, text in enumerate(texts, start=1):
        place, level = f"第 {n} 段", heading_level(text)
        parts.append(Paragraph(position=n, place=place, chapter=Chapter.EXPLANATION, level=level, text=text))
    return LoadedDisclosure(made.disclosure, parts)


def _placed(lines: Sequence[Sequence[Piece]], links: Sequence[Link]):
    for position, line in enumerate(lines, start=1):
        start, whole = 0, "".join(piece.text for piece in line)
        for piece in line:
            if piece.is_figure:
                yield Placed(piece, position, start, whole, _at(links, position, start))
            start += len(piece.text)


def _at(links: Sequence[Link], paragraph: int, start: int) -> Link | None:
    return next((link for link in links if link.paragraph == paragraph and link.start <= start < link.end), None)


# ---------------------------------------------------------------------------------------------------------------------
# Planted errors
# ---------------------------------------------------------------------------------------------------------------------


def wrong(random: Random, piece: Piece) -> Decimal:
    """A number that no rounding explains; amounts are 元."""
    more = piece.value * 3 / 2
    if piece.unit == AmountUnit.YUAN:
        is_less = piece.value > 20_000 and random.random() < 0.5
        return (piece.value / 2 if is_less else more + 10_000).quantize(Decimal(100))
    if not piece.unit:  # a count stays whole
        return piece.value * 2 + 3
    return more + 4 * piece.slack + 7


def with_error(wording: Wording, facts: Facts, lines: list[list[Piece]], seed: str) -> tuple[list[list[Piece]], int]:
    """The text with one figure wrong, and which of its figures that is."""
    random = Random(seed)
    at = [(n, k) for n, line in enumerate(lines) for k, piece in enumerate(line) if piece.is_figure]
    which = random.randrange(len(at))
    n, k = at[which]
    line = [*lines[n]]
    line[k] = changed(wording, facts, line[k], wrong(random, line[k]))
    return [*lines[:n], line, *lines[n + 1 :]], which


# ---------------------------------------------------------------------------------------------------------------------
# Many units
# ---------------------------------------------------------------------------------------------------------------------


@dataclass
class Tried:
    """A wording over several units: counts, and the words that stand for each kind of failure."""

    figures: int = 0
    linked: int = 0
    alarms: Counter = field(default_factory=Counter)  # by rule and sentence
    strays: Counter = field(default_factory=Counter)
    unlinked: Counter = field(default_factory=Counter)  # by role and phrase
    planted: Counter = field(default_factory=Counter)  # "found", "missed", "unlinked", "alone"
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Linked of all figures, in percent."""
        return 100 * self.linked / self.figures if self.figures else 0.0


def tried(wording: Wording, seeds: Sequence[int], plants: int = 1) -> Tried:
    """The wording for each of these seeds, and that many times with a planted error."""
    found = Tried()
    for seed in seeds:
        facts, lines = wording.said_of(seed)
        right = said(facts, lines)
        _count(found, right)
        for n in range(plants):
            _plant(found, wording, facts, lines, right, f"{seed} {n}")
    return found


def _count(found: Tried, right: Said) -> None:
    found.figures += len(right.figures)
    found.linked += sum(one.is_linked for one in right.figures)
    found.unlinked.update(_pattern(one) for one in right.figures if not one.is_linked)
    found.alarms.update(f"{result.rule} {result.message}" for result in right.broken)
    found.strays.update(f"{link.text} {link.meaning}" for link in right.strays)


def _pattern(one: Placed) -> str:
    return f"{one.piece.role.split(' ')[-1]:28} {one.phrase}"


def _plant(found: Tried, wording: Wording, facts: Facts, lines: list[list[Piece]], right: Said, seed: str) -> None:
    lines, which = with_error(wording, facts, lines, seed)
    after = said(facts, lines)
    one = after.figures[which]
    is_new = {(result.rule, result.message) for result in after.broken} - {(r.rule, r.message) for r in right.broken}
    if is_new:
        end = "found"
    elif not one.is_linked:
        end = "unlinked"
    else:
        end = "missed" if one.link.sign in _HELD else "alone"
    found.planted[end] += 1
    if end == "missed":
        found.missed.append(_pattern(one))
