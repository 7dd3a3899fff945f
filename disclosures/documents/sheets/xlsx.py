"""`read_xlsx`: the sheets of an .xlsx as a person sees them, read from its own XML."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 -- it is an exception

from lxml import etree

from disclosures.documents.archives import check_archive
from disclosures.documents.items import Aside, DocumentError, Item
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.sheets.calculating import CALCULATED, calculated
from disclosures.documents.sheets.formats.digits import number_of
from disclosures.documents.sheets.formats.numbers import format_of
from disclosures.documents.sheets.seen import SAME_COLOUR, Sheet, items_of
from disclosures.documents.sheets.shown_cells import ERROR, NO_RESULT, put_doubtful, put_number, put_text
from disclosures.documents.sheets.xlsx_package import Package, Part
from disclosures.documents.sheets.xlsx_sheet import (
    Raw,
    cells_of,
    hidden_columns,
    hidden_rows,
    is_coloured_otherwise,
    merges_of,
    root_of,
    shows_zeros,
)

DAMAGE = (
    BadZipFile, etree.XMLSyntaxError, KeyError, ValueError, IndexError, ArithmeticError, StopIteration,
    NotImplementedError, RuntimeError, EOFError, ZlibError,
)  # fmt: skip
_LONGEST = 200  # characters of what is put aside of a cell
_Place = tuple[str, int, int]
_Result = tuple[_Place, tuple[str, str]]  # kind and value of a cell
_NOTHING = format_of(";;;")


def read_xlsx(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """A grid for each sheet that shows anything, and what is not seen; places are the sheet's name and an address."""
    check_archive(path, limits)
    try:
        with ZipFile(path) as archive:
            return list(_Reader(Package(archive, path.name, limits), path).items())
    except DAMAGE as error:
        raise refusal(path.name, limits, error) from error


def refusal(name: str, limits: Limits, error: Exception) -> DocumentError:
    """What to say of XML that cannot be parsed; the parser has a limit of its own for one text."""
    if isinstance(error, etree.XMLSyntaxError) and "too long" in str(error):
        limits.check(name, "cell_characters", limits.cell_characters + 1)
    return DocumentError(f"{name} 不是完整的工作簿，读不出来。")


class _Reader:
    """Reads sheet by sheet; what formulas without a stored result come to is calculated once, if at all."""

    def __init__(self, package: Package, path: Path):
        self.package, self.path = package, path
        self.results: dict[_Place, tuple[str, str]] | None = None

    def items(self) -> Iterator[Item]:
        for part in self.package.sheets():
            sheet = self._sheet(part)
            yield from items_of(sheet, self.path.name, self.package.limits)

    def _sheet(self, part: Part) -> Sheet:
        root = root_of(self.package, part.path)
        sheet = Sheet(part.name, part.is_hidden)
        sheet.hidden_rows, sheet.hidden_columns = hidden_rows(root), hidden_columns(root)
        sheet.merges = merges_of(root)
        zeros, seen_anyway = shows_zeros(root), SAME_COLOUR if is_coloured_otherwise(root) else None
        for raw in cells_of(root, self.package):
            self._put(sheet, raw, zeros, seen_anyway)
        return sheet

    def _put(self, sheet: Sheet, raw: Raw, zeros: bool, seen_anyway: str | None) -> None:
        if raw.kind == "f":
            raw = self._calculated(sheet, raw)
        at, style, text = raw.at, self.package.styles[raw.style], raw.value
        if not isinstance(text, str):
            sheet.aside.extend(text.asides_at(sheet.place(*at)))
            text = text.text
        if style.unseen and style.unseen != seen_anyway:
            sheet.aside.append(Aside(sheet.place(*at), text[:_LONGEST], style.unseen))
        elif raw.kind == "n":
            value = number_of(text)
            put_number(sheet, at, value, style.look if value or zeros else _NOTHING, self.package.first_day)
        elif raw.kind == "e":
            put_doubtful(sheet, at, text, ERROR.format(text))
        elif raw.kind == "f":
            put_doubtful(sheet, at, text, NO_RESULT)
        else:
            put_text(sheet, at, text, style.look)

    def _calculated(self, sheet: Sheet, raw: Raw) -> Raw:
        """The cell with its result from LibreOffice; without one, the formula itself stands for it."""
        if self.results is None:
            self.results = dict(calculated(self.path, self.package.limits, _stored_in))
        result = self.results.get((sheet.name, *raw.at))
        formula = f"={raw.formula}"
        if not result:
            return raw._replace(value=formula)
        sheet.aside.append(Aside(sheet.place(*raw.at), formula[:_LONGEST], CALCULATED))
        return raw._replace(kind=result[0], value=result[1])


def _stored_in(path: Path, limits: Limits) -> list[_Result]:
    """What the cells of a workbook hold, without a look at formats."""
    with ZipFile(path) as archive:
        package = Package(archive, path.name, limits)
        return [
            ((part.name, *raw.at), (raw.kind, str(raw.value)))
            for part in package.sheets()
            for raw in cells_of(root_of(package, part.path), package)
            if raw.kind != "f"
        ]
