"""`read`: one way into every format, chosen by the name's ending and confirmed by the content."""

from collections.abc import Callable
from pathlib import Path

from disclosures.documents.items import DocumentError, Item
from disclosures.documents.text import read_text
from disclosures.documents.word import read_word
from disclosures.documents.workbook import read_workbook

READERS: dict[str, Callable[[Path], list[Item]]] = {
    ".txt": read_text,
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".xlsb": read_workbook,
    ".xls": read_workbook,
    ".ods": read_workbook,
    ".docx": read_word,
}


def read(path: Path) -> list[Item]:
    """All grids and prose of the file in the order in which a reader meets them."""
    if not path.is_file():
        raise DocumentError(f"找不到文件 {path.name}。")
    if not path.stat().st_size:
        raise DocumentError(f"{path.name} 是空文件。")
    reader = READERS.get(path.suffix.lower())
    if not reader:
        raise DocumentError(f"不认识 {path.name} 的格式；能读的格式有 {'、'.join(READERS)}。")
    items = reader(path)
    if not items:
        raise DocumentError(f"{path.name} 里没有文字也没有表格。")
    return items
