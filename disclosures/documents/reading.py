"""One way into every format: `read` for what a file consists of, `read_document` to have its figures seen twice."""

from pathlib import Path

from disclosures.documents.items import Document, DocumentError, Item
from disclosures.documents.kinds import Kind, kind_of
from disclosures.documents.limits import DEFAULT, Limits


def read(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """All grids and prose of the file in the order in which a reader meets them."""
    return _items(_kind(path), path, limits)


def read_document(path: Path, limits: Limits = DEFAULT) -> Document:
    """The same, with every figure that an independent second reading of the file sees."""
    kind = _kind(path)
    items = _items(kind, path, limits)
    sightings = list(kind.look_again(path, limits, items)) if kind.look_again else None
    return Document(items, sightings)


def _kind(path: Path) -> Kind:
    if not path.is_file():
        raise DocumentError(f"找不到文件 {path.name}。")
    if not path.stat().st_size:
        raise DocumentError(f"{path.name} 是空文件。")
    return kind_of(path)


def _items(kind: Kind, path: Path, limits: Limits) -> list[Item]:
    items = kind.read(path, limits)
    if not items:
        raise DocumentError(f"{path.name} 里没有文字也没有表格。")
    return items
