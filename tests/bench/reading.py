"""Reading documents: from the file to recognised statements, against what the library needs for the cells alone."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from python_calamine import CalamineWorkbook

from disclosures.intake.reading import read_disclosure
from tests.bench.timing import Row, paired

DOCUMENTS = Path(__file__).parents[1] / "documents"
SAMPLE = DOCUMENTS / "fushun-petition-office-2023.xlsx"


def rows() -> Iterator[Row]:
    for ending in ("xlsx", "xls", "ods"):
        path = SAMPLE.with_suffix(f".{ending}")
        ours, yardstick = partial(read_disclosure, path), partial(_cells, path)
        yield paired(f"{ending}: read and recognise", ours, "python-calamine, cells only", yardstick, target=5)


def _cells(path: Path) -> list:
    with CalamineWorkbook.from_path(path) as workbook:
        return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]
