"""`document_docx`: the official document of a disclosure, written from its data as a Word file."""

import io
from collections.abc import Callable
from datetime import UTC, datetime

import segno

from disclosures.colophon import colophon
from disclosures.exports.document import contents, words
from disclosures.exports.document.order import Kind, Piece, makes_contents, pieces_of, titles_of_tables
from disclosures.exports.document.pages import named_in_contents
from disclosures.exports.document.paper import TEXT, TITLES, Paper
from disclosures.exports.document.sheets import write_form, write_statement, write_units
from disclosures.exports.document.wordml import centred, run
from disclosures.publication.steps import PUBLIC
from disclosures.statements.loaded import LoadedDisclosure
from disclosures.statements.models import Disclosure

DRAFT = "草稿　没有发布，以正式公开的为准"
_QR = 40  # millimetres
_NEVER = datetime(1980, 1, 1, tzinfo=UTC)  # the first moment that a zip can bear


def document_docx(loaded: LoadedDisclosure, address: str, *, has_own_sentences: bool = True) -> bytes:
    """The document of a disclosure with all its parts; `address` is the absolute one of this revision.

    The last page of a draft says where its sentences are not the unit's own.
    Figures are printed as published, in the unit of the disclosure. The same revision always gives the same bytes.
    """
    return _Writer(loaded, address, has_own_sentences=has_own_sentences).written()


class _Writer:
    """Writes one piece after the other, and knows what the sheet is like that it writes on."""

    def __init__(self, loaded: LoadedDisclosure, address: str, *, has_own_sentences: bool):
        self.loaded, self.address, self.has_own_sentences = loaded, address, has_own_sentences
        self.pieces = list(pieces_of(loaded))
        self.place = 0  # of the piece that is being written
        self.named = named_in_contents(self.pieces, titles_of_tables(loaded))
        self.is_public = loaded.disclosure.state in PUBLIC
        self.paper = Paper(loaded.disclosure.title, "" if self.is_public else DRAFT)
        self.last: Kind | None = None  # what was written before
        self.is_on_new_sheet = True
        self.is_headed = False  # whether a heading of tables or forms was written last

    def written(self) -> bytes:
        """The whole document."""
        write: dict[Kind, Callable[[Piece], None]] = {
            Kind.COVER: self._cover,
            Kind.CONTENTS: self._contents,
            Kind.HEADING: self._heading,
            Kind.TEXT: self._text,
            Kind.UNITS: self._units,
            Kind.TABLE: self._table,
            Kind.FORM: self._form,
        }
        for place, piece in enumerate(self.pieces):
            self.place = place
            if piece.is_above:
                self._turn()
            write[piece.kind](piece)
            self.last, self.is_headed = piece.kind, piece.is_above
            self.is_on_new_sheet = piece.kind in (Kind.TABLE, Kind.FORM) or piece.is_above
        self._turn()
        self._colophon()
        return self.paper.saved(TEXT, _moment(self.loaded.disclosure))

    def _cover(self, piece: Piece) -> None:
        self.paper.write(words.cover(piece.text, is_first=self.last is None))

    def _mark(self) -> str:
        """By what the contents name the piece that is being written; nothing where they do not."""
        return f"part{self.place}" if self.place in self.named.values() else ""

    def _contents(self, piece: Piece) -> None:
        page_of = f"part{self.named[self.place]}" if self.place in self.named else ""
        is_first = self.last != Kind.CONTENTS
        count = sum(one.kind == Kind.CONTENTS for one in self.pieces) - 1
        self.paper.write(
            contents.heading(piece.text) if is_first else contents.entry(piece.text, piece.level, count, page_of)
        )

    def _heading(self, piece: Piece) -> None:
        is_first, mark = self.is_on_new_sheet, self._mark()
        self.paper.write(words.heading(piece.text, piece.level, is_first=is_first, mark=mark))

    def _text(self, piece: Piece) -> None:
        self.paper.write(words.title(piece.text, self._mark()) if piece.is_above else words.text(piece.text))

    def _units(self, piece: Piece) -> None:
        write_units(self.paper, [unit.name for unit in self.loaded.units])

    def _table(self, piece: Piece) -> None:
        self._turn()
        write_statement(self.paper, self.loaded, str(piece.key), is_headed=self.is_headed, mark=self._mark())

    def _form(self, piece: Piece) -> None:
        self._turn()
        write_form(self.paper, self.loaded.forms[int(piece.key)], self.loaded, is_headed=self.is_headed)

    def _turn(self) -> None:
        """End the sheets of text, if there are any."""
        if not self.is_on_new_sheet:
            self.paper.turn(TEXT)
            self.is_on_new_sheet = True

    def _colophon(self) -> None:
        """The last page: what the document was made of, its address that stays, and what it can be verified by."""
        disclosure = self.loaded.disclosure
        title, *lines = colophon(
            disclosure.revision,
            self.address,
            disclosure.digest if self.is_public else "",
            has_own_contents=not makes_contents(self.loaded),
            has_own_pages=not self.named,
            has_own_sentences=self.has_own_sentences,
        )
        self.paper.write(centred(run(title, font=TITLES, size=18), before=120, after=24))
        if self.is_public:
            code = io.BytesIO()
            segno.make(self.address, micro=False).save(code, kind="png", scale=8, border=2)
            self.paper.picture(code.getvalue(), _QR)
        self.paper.write(*(centred(run(line, size=10.5), before=12) for line in lines))


def _moment(disclosure: Disclosure) -> datetime:
    """When it became what it is, in UTC."""
    return (disclosure.published_at or disclosure.created_at or _NEVER).replace(tzinfo=None)
