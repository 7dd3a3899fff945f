"""The files that a draft came from: one, or several kept together once parts of it were taken from another."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

from django.db.models import F, Value
from django.db.models.functions import Concat

from disclosures.audit.recording import watching
from disclosures.entry.models import UploadedFile
from disclosures.intake.files.bundles import bundle, files_in, is_bundle, mark_of_file
from disclosures.intake.store import source_of
from disclosures.statements.lines import Part
from disclosures.statements.models import KEPT, Disclosure, SourceDocument


@dataclass(frozen=True)
class Marks:
    """What stands before the places of the file taken from now, and before those of the file there was."""

    new: str = ""
    old: str = ""


def keep_source(draft: Disclosure, upload: UploadedFile, *, is_whole: bool) -> Marks:
    """Make the file the draft's source; where other parts stay, the file that they came from is kept beside it.

    Places of rows say from then on in which file they are, as in a disclosure that was read from several.
    """
    with TemporaryDirectory(prefix="sources-") as name:
        folder = Path(name)
        path = folder / upload.name
        path.write_bytes(upload.content)
        old = draft.source
        if old is None or is_whole or upload.sha256 in (old.sha256, old.original_sha256):
            draft.source, marks = (source_of(path) if is_whole or old is None else old), Marks()
        else:
            draft.source, marks = _with(old, path, folder)
    draft.save(update_fields=["source"])
    return marks


def _with(old: SourceDocument, path: Path, folder: Path) -> tuple[SourceDocument, Marks]:
    there = folder / "there"
    there.mkdir()
    files = _files_of(old, there)
    numbers = {sha256(file.read_bytes()).hexdigest(): number for number, file in enumerate(files, start=1)}
    known = numbers.get(sha256(path.read_bytes()).hexdigest())
    if known:
        return old, Marks(mark_of_file(files[known - 1].name, known))
    new = path.rename(there / _free_name(path.name, {file.name for file in files}))
    source = source_of(bundle([*files, new], folder))
    old_mark = "" if is_bundle(Path(old.name)) else mark_of_file(files[0].name, 1)
    return source, Marks(mark_of_file(new.name, len(files) + 1), old_mark)


def _files_of(source: SourceDocument, folder: Path) -> list[Path]:
    """The source as files: itself, or those that are kept together in it."""
    path = folder / Path(source.name).name
    path.write_bytes(source.content)
    if not is_bundle(path):
        return [path]
    names = [file["name"] for file in files_in(path)]
    with ZipFile(path) as archive:
        for name in names:
            (folder / name).write_bytes(archive.read(name))
    return [folder / name for name in names]


def _free_name(name: str, taken: set[str]) -> str:
    """The name, with a number where a file that is there already has it."""
    path = Path(name)
    names = (name, *(f"{path.stem}（{number}）{path.suffix}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)


def mark_stored(draft: Disclosure, mark: str) -> None:
    """Put the mark of their file before the places of all rows that the draft holds."""
    if mark:
        for model in KEPT:
            rows = model._default_manager.filter(disclosure=draft).exclude(place="")
            with watching(rows, "place"):
                rows.update(place=Concat(Value(mark), F("place")))


def mark_rows(rows: Iterable[Part], mark: str) -> None:
    """The same for rows that are not saved yet."""
    for row in rows:
        if mark and row.place:
            row.place = f"{mark}{row.place}"


def mark_report(content: dict[str, Any], mark: str) -> dict[str, Any]:
    """The same for what a report of reading lists."""
    if not mark:
        return content
    return {
        key: [_marked(entry, mark) for entry in entries] if isinstance(entries, list) else entries
        for key, entries in content.items()
    }


def _marked(entry: Any, mark: str) -> Any:
    return {**entry, "place": f"{mark}{entry['place']}"} if isinstance(entry, dict) and entry.get("place") else entry
