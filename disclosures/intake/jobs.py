"""What to import when there are many: a folder whose file names say unit and year, or a list that says them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from disclosures.documents.items import DocumentError
from disclosures.documents.kinds import KINDS

_NAMED = re.compile(r"(?P<unit>\d{6}-[0-9A-Za-z]+)[-_ ](?P<year>\d{4})(?!\d)")
_COLUMNS = ("file", "unit", "year")
_ENDINGS = {ending for kind in KINDS for ending in kind.endings}


@dataclass(frozen=True)
class Job:
    """One document of one unit and year."""

    file: str
    unit: str
    year: int
    name: str = ""
    part: str = ""  # which unit, where the file holds several


def jobs_in(path: Path) -> list[Job]:
    """The jobs of a folder or a list, in the order of their names or lines; raises where one is not complete."""
    return list(_of_folder(path) if path.is_dir() else _of_list(path))


def named_in(name: str) -> tuple[str, int | None]:
    """Unit (210400-011001) and year with which a file's name begins; "" and None where it does not."""
    match = _NAMED.match(name)
    return (match["unit"], int(match["year"])) if match else ("", None)


def is_many(path: Path) -> bool:
    """Whether the path stands for many documents."""
    return path.is_dir() or path.suffix.lower() == ".csv"


def _of_folder(folder: Path) -> Iterator[Job]:
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in _ENDINGS)
    if not files:
        raise DocumentError(f"文件夹 {folder.name} 里没有能读的文件。")
    for file in files:
        match = _NAMED.match(file.name)
        if not match:
            raise DocumentError(f"{file.name} 的名称里看不出单位和年度；应当像 210400-011001-2023{file.suffix}。")
        yield Job(str(file), match["unit"], int(match["year"]))


def _of_list(path: Path) -> Iterator[Job]:
    if not path.is_file():
        raise DocumentError(f"找不到文件 {path.name}。")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if missing := [name for name in _COLUMNS if name not in (rows.fieldnames or ())]:
            raise DocumentError(f"{path.name} 的第一行缺少 {'、'.join(missing)}；应当有 {'、'.join(_COLUMNS)}。")
        for number, row in enumerate(rows, start=2):
            if not all(row[name] for name in _COLUMNS) or not row["year"].strip().isdigit():
                raise DocumentError(f"{path.name} 第 {number} 行不完整：应当有文件、单位和年度。")
            name = (row.get("name") or "").strip()
            yield Job(str(path.parent / row["file"].strip()), row["unit"].strip(), int(row["year"]), name)
