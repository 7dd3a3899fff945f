"""A table of the small disclosure as a file is made from it."""

from disclosures.exports.table.content import TableFile
from disclosures.statements.models import Disclosure
from disclosures.tables.selection import Selection
from disclosures.tables.showing import table_of

ADDRESS = "https://example.org/units/210400-011001/2023/tables/03/"


def table_file(disclosure: Disclosure, number: str, **asked: str) -> TableFile:
    """The file of that table; `asked` is what the query string says."""
    return TableFile(table_of(disclosure, number, Selection.read(asked)), disclosure, ADDRESS)
