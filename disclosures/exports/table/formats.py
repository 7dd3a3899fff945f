"""The kinds of file that a table is given as, by the ending of the address."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse

from disclosures.exports.naming import disposition
from disclosures.exports.table.content import TableFile
from disclosures.exports.table.csv_file import csv_file
from disclosures.exports.table.json_file import json_file
from disclosures.exports.table.xlsx_file import xlsx_file


@dataclass(frozen=True)
class FileFormat:
    """A kind of file: what writes it, and its media type; `is_saved` says whether a browser saves or shows it."""

    suffix: str
    write: Callable[[TableFile], bytes]
    media_type: str
    is_saved: bool = True

    def answer(self, file: TableFile) -> HttpResponse:
        """The file with its name."""
        named = disposition(file.name(self.suffix), file.plain_name(self.suffix), is_saved=self.is_saved)
        return HttpResponse(self.write(file), self.media_type, headers={"Content-Disposition": named})


FILE_FORMATS = {
    file_format.suffix: file_format
    for file_format in (
        FileFormat("csv", csv_file, "text/csv; charset=utf-8"),
        FileFormat("xlsx", xlsx_file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        FileFormat("json", json_file, "application/json", is_saved=False),
    )
}
