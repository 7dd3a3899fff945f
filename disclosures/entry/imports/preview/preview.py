"""A file that was read, beside what is stored for its unit and year: what can be taken, and what stands in the way."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from disclosures.entry.imports.preview.comparing import Piece, pieces_of
from disclosures.entry.imports.preview.editions import Edition, mark_of, read_edition, stored_edition
from disclosures.entry.imports.preview.places import Places
from disclosures.intake.ledger import FATAL
from disclosures.intake.parts import Reading
from disclosures.intake.regions import warn_of_region
from disclosures.intake.store import RefusedImportError, refusals
from disclosures.statements.models import Disclosure, State, Unit


@dataclass(frozen=True)
class Preview:
    """Both sides with all their pieces; `mark` tells what is stored from any later state of it.

    `refusals` say why nothing can be taken, `broken` why a piece alone cannot.
    """

    unit: Unit
    year: int
    reading: Reading
    read: Edition
    stored: Edition | None
    pieces: list[Piece]
    places: Places
    mark: str
    refusals: list[str]
    broken: Mapping[str, list[str]]

    def can_take(self, piece: Piece) -> bool:
        return piece.is_read and not self.refusals and piece.key not in self.broken

    def chosen(self, keys: Collection[str] | None) -> list[Piece]:
        """The pieces with these keys, all without any, as far as they can be taken."""
        return [piece for piece in self.pieces if self.can_take(piece) and (keys is None or piece.key in keys)]


def preview_of(reading: Reading, unit: Unit, year: int, last: Disclosure | None) -> Preview:
    """The reading beside the last revision of that unit and year; a query for each kind of row."""
    if unit.region_id:  # none where nobody has said yet for which unit the file is
        warn_of_region(reading.ledger, unit.region, year)
    try:
        read = read_edition(reading, unit, year)
    except ValidationError as error:
        raise RefusedImportError("\n".join(error.messages)) from error
    stored = stored_edition(last) if last else None
    pieces = pieces_of(read, stored)
    places = Places(pieces, read)
    broken = _broken(reading, places)
    told = {message for messages in broken.values() for message in messages}
    whole = [message for message in refusals(reading, year) if message not in told]
    return Preview(
        unit, year, reading, read, stored, pieces, places, mark_of(unit, year, stored), [*whole, *_closed(last)], broken
    )


def _broken(reading: Reading, places: Places) -> dict[str, list[str]]:
    """What is fatal at a cell of one piece stops that piece; anything else stops all, for it may concern all."""
    broken = defaultdict(list)
    for problem in reading.ledger.problems:
        if problem.level == FATAL and (piece := places.piece_of_cell(problem.place)):
            broken[piece].append(f"{problem.place}：{problem.message}")
    return broken


def _closed(last: Disclosure | None) -> list[str]:
    if last and last.state == State.SUBMITTED:
        return [f"这一年第 {last.revision} 版待发布，不能改动；请先退回修改，再导入。"]
    return []
