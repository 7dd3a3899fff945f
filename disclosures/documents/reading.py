"""`read`: one way into every format."""

from pathlib import Path

from disclosures.documents.items import DocumentError, Item
from disclosures.documents.kinds import kind_of
from disclosures.documents.limits import DEFAULT, Limits


def read(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """All grids and prose of the file in the order in which a reader meets them."""
    if not path.is_file():
        raise DocumentError(f"找不到文件 {path.name}。")
    if not path.stat().st_size:
        raise DocumentError(f"{path.name} 是空文件。")
    items = kind_of(path).read(path, limits)
    if not items:
        raise DocumentError(f"{path.name} 里没有文字也没有表格。")
    return items
