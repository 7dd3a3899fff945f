"""What every kind of file is made from: one table as shown, and where it comes from."""

from dataclasses import dataclass

from disclosures.colophon import below_a_table
from disclosures.exports.naming import DIGITS, name_of
from disclosures.statements.models import Disclosure
from disclosures.tables.table import Table


@dataclass(frozen=True)
class TableFile:
    """A table of a revision; `address` is the absolute one of the page that shows the same."""

    table: Table
    disclosure: Disclosure
    address: str

    def name(self, ending: str) -> str:
        """The file's name: who, which year, which table, which revision, and by what that can be verified."""
        words = (
            self.disclosure.unit_name,
            f"{self.disclosure.year}年度",
            f"公开{self.table.number}表",
            self.table.official_title,
            f"第{self.disclosure.revision}版",
            self.disclosure.digest[:DIGITS],
        )
        return name_of(ending, *(word for word in words if word))

    def plain_name(self, ending: str) -> str:
        """The same in ASCII, as addresses name it."""
        return f"{plain_stem(self.disclosure)}-table{self.table.number}-{self.disclosure.digest[:DIGITS]}.{ending}"

    @property
    def source(self) -> str:
        return source_of(self.disclosure, self.address)


def source_of(disclosure: Disclosure, address: str) -> str:
    """One line that says where figures stand and by what they can be verified."""
    return below_a_table(disclosure.revision, address, disclosure.digest)


def plain_stem(disclosure: Disclosure) -> str:
    """A revision as names in ASCII have it: `210400-011001-2023-r1`."""
    return f"{disclosure.unit.slug}-{disclosure.year}-r{disclosure.revision}"
