"""The kinds of file that a table is given as, by the ending of the address."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.http import content_disposition_header

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
        """The file with its name, in which other letters than ASCII are written as RFC 5987 has it."""
        named = content_disposition_header(self.is_saved, file.name(self.suffix))
        return HttpResponse(self.write(file), self.media_type, headers={"Content-Disposition": named})


FILE_FORMATS = {
    file_format.suffix: file_format
    for file_format in (
        FileFormat("csv", csv_file, "text/csv; charset=utf-8"),
        FileFormat("xlsx", xlsx_file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        FileFormat("json", json_file, "application/json", is_saved=False),
    )
}
