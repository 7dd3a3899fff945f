"""Which file is kept of an import: the one that came, or a copy that reads the same and names nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosures.documents.isolated.reader import IsolatedReader
from disclosures.documents.items import Aside, Document, DocumentError
from disclosures.intake.files.bundles import is_bundle


@contextmanager
def to_keep(path: Path, reader: IsolatedReader, *, clean: bool) -> Iterator[tuple[Path, str]]:
    """The file to import, and the SHA-256 of the original where that is another one."""
    if not clean:
        yield path, ""
        return
    if is_bundle(path):
        raise DocumentError("几个文件一起导入时不能清理；请先分别清理，再一起导入。")
    with TemporaryDirectory(prefix="cleaned-") as folder:
        copy = Path(folder) / path.name
        before = reader.read(path)
        reader.clean(path, copy)
        if _seen(reader.read(copy)) != _seen(before):
            raise DocumentError(f"{path.name} 没有导入：清理后读出来与原件不同；请用原来的软件去掉作者和批注，再导入。")
        yield copy, sha256(path.read_bytes()).hexdigest()


def _seen(document: Document) -> tuple:
    """What a reader of the file sees; what was put aside, such as deleted text, may be gone."""
    return [item for item in document.items if not isinstance(item, Aside)], document.sightings
