"""Several files of one disclosure, such as its text and its tables: one archive that holds each as it was received.

The archive is stored without compression, so that it is as large as what it holds, and is the same for the same files.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from disclosures.documents.items import Document, DocumentError, Grid, Item

ENDING = ".files.zip"
_MOST = 8  # files of one disclosure
_LARGEST = 512 * 1024 * 1024
_NAME = 40  # characters of a file's name that places repeat
_MARKED = re.compile(r"(?:《[^》]*》)?")
_OLDEST = (1980, 1, 1, 0, 0, 0)


def bundle(paths: Sequence[Path], folder: Path) -> Path:
    """One file in the folder that holds the given ones; itself where only one is given."""
    if len(paths) == 1:
        return paths[0]
    if len(paths) > _MOST:
        raise DocumentError(f"一次给了 {len(paths)} 个文件；一份决算最多由 {_MOST} 个文件组成。")
    for path in paths:
        if not path.is_file():
            raise DocumentError(f"找不到文件 {path.name}。")
    if len({path.name for path in paths}) < len(paths):
        raise DocumentError("给出的文件里有两个同名；请先改名，出处才分得清是哪个文件。")
    if sum(path.stat().st_size for path in paths) > _LARGEST:
        raise DocumentError(f"给出的文件合起来超过 {_LARGEST >> 20} MB，没有读入。")
    made = folder / f"{paths[0].stem[:40]} 等 {len(paths)} 个文件{ENDING}"
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for path in paths:
            archive.writestr(ZipInfo(path.name, _OLDEST), path.read_bytes())
    return made


def is_bundle(path: Path) -> bool:
    """Whether the path names an archive made by `bundle`."""
    return path.name.lower().endswith(ENDING)


def files_in(path: Path) -> list[dict[str, str]]:
    """Name and SHA-256 of each file of a bundle; empty for any other file."""
    if not is_bundle(path):
        return []
    with _opened(path) as archive:
        return [
            {"name": member.filename, "sha256": sha256(archive.read(member)).hexdigest()}
            for member in archive.infolist()
        ]


def file_of(place: str) -> str:
    """The mark of the file in a place that names one, else ""."""
    return _MARKED.match(place)[0]


def read_files(path: Path, read: Callable[[Path], Document]) -> list[Document]:
    """The document, or those of a bundle in its order, with places that say which file they are in."""
    if not is_bundle(path):
        return [read(path)]
    documents = []
    with _opened(path) as archive, TemporaryDirectory(prefix="bundle-") as folder:
        for number, member in enumerate(archive.infolist(), start=1):
            file = Path(folder) / str(number) / member.filename
            file.parent.mkdir()
            file.write_bytes(archive.read(member))
            documents.append(_placed(read(file), mark_of_file(member.filename, number)))
    return documents


def _opened(path: Path) -> ZipFile:
    """The archive, if it is one of ours: few files, not compressed, with plain names."""
    if not path.is_file():
        raise DocumentError(f"找不到文件 {path.name}。")
    try:
        archive = ZipFile(path)
    except BadZipFile as error:
        raise DocumentError(f"{path.name} 损坏了，打不开。") from error
    members = archive.infolist()
    sound = all(
        member.compress_type == ZIP_STORED and member.file_size <= path.stat().st_size and _is_plain(member.filename)
        for member in members
    )
    if not sound or not 0 < len(members) <= _MOST:
        archive.close()
        raise DocumentError(f"{path.name} 不是本程序合成的文件；请解压后分别给出里面的文件。")
    return archive


def _is_plain(name: str) -> bool:
    return name == Path(name).name and name not in ("", ".", "..") and len(name.encode()) <= 255


def mark_of_file(name: str, number: int) -> str:
    """What stands before a place: the file's name, short enough and never taken for another's."""
    plain = re.sub(r"[《》\s]+", " ", name)
    return f"《{plain}》" if len(plain) <= _NAME else f"《文件 {number} {plain[: _NAME - 12]}…》"


def _placed(document: Document, mark: str) -> Document:
    items = [_with_mark(item, mark) for item in document.items]
    seen = document.sightings
    sightings = None if seen is None else [sighting._replace(place=mark + sighting.place) for sighting in seen]
    return Document(items, sightings, [trace._replace(place=mark + trace.place) for trace in document.traces])


def _with_mark(item: Item, mark: str) -> Item:
    if not isinstance(item, Grid):
        return replace(item, place=mark + item.place)
    rows = tuple(tuple(cell._replace(place=mark + cell.place) if cell else cell for cell in row) for row in item.rows)
    return replace(item, place=mark + item.place, rows=rows)
