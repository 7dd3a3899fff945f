"""One way into every format: `read` for what a file consists of, `read_document` to have its figures seen twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from disclosures.documents.converted.office import converted
from disclosures.documents.items import Document, DocumentError, Item
from disclosures.documents.kinds import Kind, kind_of
from disclosures.documents.limits import DEFAULT, Limits
from disclosures.documents.sizes import check_size
from disclosures.documents.traces.finding import is_searched, traces_of
from disclosures.documents.unseen import clear_items, clear_sighting


def read(path: Path, limits: Limits = DEFAULT) -> list[Item]:
    """All grids and prose of the file in the order in which a reader meets them."""
    with _readable(path, limits) as (kind, file):
        return _items(kind, file, limits)


def read_document(path: Path, limits: Limits = DEFAULT) -> Document:
    """The same, with every figure that an independent second reading sees, and what tells of its authors."""
    with _readable(path, limits) as (kind, file):
        items = _items(kind, file, limits)
        sightings = list(map(clear_sighting, kind.look_again(file, limits, items))) if kind.look_again else None
        return Document(items, sightings, traces_of(path if is_searched(path) else file, limits))


@contextmanager
def _readable(path: Path, limits: Limits) -> Iterator[tuple[Kind, Path]]:
    """The file and its kind, or what it was converted to where its own kind has no reader."""
    kind = _kind(path)
    if not kind.by_way_of:
        yield kind, path
        return
    with converted(path, kind.by_way_of.endings[0], limits) as file:
        yield kind.by_way_of, file


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
    clear_items(items)
    check_size(path.name, items, limits)
    return items
