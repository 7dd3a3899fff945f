"""A ministry's list out of a csv file, or one sentence that says why it is none."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from disclosures.characters import has_unseen
from disclosures.classification.codes import BEGINNINGS, is_code
from disclosures.classification.names import plain_name

LARGEST = 5_000_000  # bytes; the whole classification has some 2,000 codes
ENCODINGS = ("utf-8-sig", "gb18030")  # as spreadsheet programs write csv
CODE_TITLES, NAME_TITLES = ("编码", "科目编码", "科目代码", "code"), ("名称", "科目名称", "name")
LONGEST_NAME = 200


class UnfitListError(Exception):
    """The file is no list of codes; the message is a sentence."""


@dataclass(frozen=True)
class ListedCode:
    """A row of the list."""

    scheme: str
    code: str
    name: str


def read_list(file: Path) -> list[ListedCode]:
    """Every code of the list once, in the order of the file; whether its parents are known is not looked at here."""
    codes: dict[str, ListedCode] = {}
    try:
        rows = list(_rows(file))
    except csv.Error as error:
        raise UnfitListError(f"“{file.name}”不是完整的 csv 文件（{error}）；没有载入。") from None
    for line, (code, name) in rows:
        row = ListedCode(_scheme_of(line, code), code, _name(line, code, name))
        known = codes.setdefault(code, row)
        if plain_name(known.name) != plain_name(row.name):
            raise UnfitListError(f"第 {line} 行：{code} 有两个名称，“{known.name}”和“{row.name}”；没有载入。")
    if not codes:
        raise UnfitListError(f"“{file.name}”里没有科目；没有载入。")
    return list(codes.values())


def _rows(file: Path) -> Iterator[tuple[int, tuple[str, str]]]:
    """The number of the line with its code and its name."""
    rows = csv.reader(_text(file).splitlines())
    head = [title.strip() for title in next(rows, [])]
    at = [column for titles in (CODE_TITLES, NAME_TITLES) for column in _columns(head, titles)[:1]]
    if len(at) < 2:
        raise UnfitListError(f"“{file.name}”的第一行要有“编码”和“名称”两个列名；没有载入。")
    for line, row in enumerate(rows, start=2):
        if any(cell.strip() for cell in row):
            code, name = (row[column].strip() if column < len(row) else "" for column in at)
            yield line, (code, name)


def _columns(head: list[str], titles: tuple[str, ...]) -> list[int]:
    return [column for column, title in enumerate(head) if title in titles]


def _text(file: Path) -> str:
    try:
        content = file.read_bytes() if file.stat().st_size <= LARGEST else b""
    except OSError as error:
        raise UnfitListError(f"“{file.name}”读不出来：{error.strerror}。") from None
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text and "\0" not in text:
            return text
    raise UnfitListError(f"“{file.name}”不是 csv 文件，或者是空的、太大；请在表格软件里另存为 csv。没有载入。")


def _scheme_of(line: int, code: str) -> str:
    scheme = BEGINNINGS.get(code[:1], "")
    if not scheme or not is_code(code, scheme):
        raise UnfitListError(
            f"第 {line} 行：“{code}”不是支出科目的编码（2、3 或 5 开头的 3、5 或 7 位数字）；没有载入。"
        )
    return scheme


def _name(line: int, code: str, name: str) -> str:
    name = "".join(name.split())
    if not name or len(name) > LONGEST_NAME or has_unseen(name):
        raise UnfitListError(f"第 {line} 行：{code} 没有名称，或者名称太长、有看不见的字符；没有载入。")
    return name
