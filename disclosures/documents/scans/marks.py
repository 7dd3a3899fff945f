"""What the scanner leaves of a page beside its words; nothing here needs the recogniser."""

from collections.abc import Callable
from dataclasses import dataclass

from disclosures.documents.pdf.drawn.boxes import Box


@dataclass(frozen=True)
class Strip:
    """A strip of text as it was recognised, before anything is made of it, and where its ink stands."""

    box: Box
    text: str


@dataclass(frozen=True)
class Mark:
    """Something read with doubt: where it stands on its page, what was read, why it is doubtful, a PNG of it."""

    box: Box
    text: str
    reason: str
    picture: bytes


@dataclass(frozen=True)
class Leavings:
    """All strips of a page, from which its figures can be told a second time, and what is doubtful among them."""

    strips: list[Strip]
    marks: list[Mark]
    picture_of: Callable[[Box], bytes]  # a PNG of a part of the page
