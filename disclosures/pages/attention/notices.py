"""What an editorial rule is, and what it finds: one sentence with its figures, and the unit's own reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from disclosures.pages.shared.sentences import Phrase, Sentence

SMALLER = 10  # of the three public expenses a part as small as this counts

if TYPE_CHECKING:
    from disclosures.pages.attention.seen import Seen


@dataclass(frozen=True)
class Quote:
    """What the unit says of it, letter by letter, and where."""

    text: str
    href: str


@dataclass(frozen=True)
class Found:
    """One thing: `about` is what it is about, so that two rules need not tell of it twice; `size` in 元, exact, says
    which of several of one rule comes first. `needs_quote` where a reason is to be expected in the text."""

    about: str
    sentence: Sentence
    size: Decimal = Decimal(0)
    quote: Quote | None = None
    needs_quote: bool = True


@dataclass(frozen=True)
class Noticed:
    """What is shown: `rule` is its code, `figures` are the figures of its sentence, each leading to where it stands."""

    rule: str
    title: str
    sentence: Sentence
    quote: Quote | None = None
    says_no_reason: bool = False

    @property
    def figures(self) -> tuple[Phrase, ...]:
        return tuple(phrase for phrase in self.sentence if phrase.strong)


@dataclass(frozen=True)
class Notice:
    """A row of the register; `share` in percent and `least` in 元 are the numbers of its threshold."""

    code: str
    title: str | Promise
    looks_for: str | Promise
    example: str | Promise  # the sentence as readers see it
    why: str | Promise
    threshold: str | Promise
    find: Callable[["Notice", "Seen"], Iterator[Found]]
    share: Decimal = Decimal(0)
    least: Decimal = Decimal(0)
    adds: bool = False  # whether its sentence goes behind that of a rule which told of the same thing before

    @property
    def from_where(self) -> str:
        """The threshold in words, with its numbers."""
        wan = self.least / 10_000
        return str(self.threshold).format(share=self.share, least=wan, small=wan / SMALLER, yuan=self.least)
