"""What every kind of file is made from: one table as shown, and where it comes from."""

import re
from dataclasses import dataclass

from disclosures.statements.models import Disclosure
from disclosures.tables.table import Table

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')  # in names of files, on one system or another


@dataclass(frozen=True)
class TableFile:
    """A table of a revision; `address` is the absolute one of the page that shows the same."""

    table: Table
    disclosure: Disclosure
    address: str

    def name(self, ending: str) -> str:
        """The file's name: who, which year, which table, which revision."""
        words = (
            self.disclosure.unit_name,
            f"{self.disclosure.year}年度",
            f"公开{self.table.number}表",
            self.table.official_title,
            f"第{self.disclosure.revision}版",
        )
        return name_of(ending, *words)

    @property
    def source(self) -> str:
        """One line that says where the figures stand and by what they can be verified."""
        return f"来源：{self.address}，第 {self.disclosure.revision} 版，SHA-256 {self.disclosure.digest}"


def name_of(ending: str, *words: str) -> str:
    """A name for a file that every system takes."""
    return f"{_FORBIDDEN.sub('-', '-'.join(words))}.{ending}"
