"""What a page showed, carried by the page itself: signed, so that nobody can say to have seen what was not there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core import signing
from django.utils import timezone

from disclosures.entry.conflicts.blocks import Block, Rows

SHOWN = "shown"  # the hidden field; whoever restores what was typed restores it too, with what was shown then
_SALT = "disclosures.entry.conflicts"


@dataclass(frozen=True)
class Shown:
    """The rows of each block as the page at that address showed them, and when."""

    page: str
    at: datetime
    rows: dict[str, Rows]

    @property
    def token(self) -> str:
        """For the hidden field; names stand once for all rows that have the same."""
        blocks = [[prefix, *_packed(rows)] for prefix, rows in self.rows.items()]
        return signing.dumps([self.page, self.at.isoformat(), blocks], salt=_SALT, compress=True)


def shown_now(page: str, blocks: Iterable[Block]) -> Shown:
    return Shown(page, timezone.now(), {block.prefix: block.rows for block in blocks})


def shown_before(request: Any) -> Shown | None:
    """What the page that was sent had shown; None where it does not say so, or speaks of another page."""
    try:
        page, at, blocks = signing.loads(request.POST.get(SHOWN, ""), salt=_SALT)
    except signing.BadSignature:
        return None
    rows = {prefix: _unpacked(names, packed) for prefix, names, packed in blocks}
    return Shown(page, datetime.fromisoformat(at), rows) if page == request.path else None


def _packed(rows: Rows) -> tuple[list[str], list[list[str]]]:
    names = list(next(iter(rows.values()), {}))
    return names, [[key, *(cells[name] for name in names)] for key, cells in rows.items()]


def _unpacked(names: list[str], packed: list[list[str]]) -> Rows:
    return {key: dict(zip(names, texts, strict=True)) for key, *texts in packed}
