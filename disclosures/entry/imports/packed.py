"""A zip of documents becomes the documents in it, one at a time, with bounds that hold whatever the zip claims."""

import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadedfile import UploadedFile as Sent

from disclosures.documents.items import DocumentError
from disclosures.documents.limits import Limits

_MEGABYTE = 1024 * 1024
_ENCRYPTED, _UTF8 = 0x1, 0x800


def is_packed(file: Sent) -> bool:
    return (file.name or "").lower().endswith(".zip")


def unpacked(file: Sent, most: int) -> Iterator[Sent]:
    """The files of a zip; raises before the first where it is damaged, locked, or holds too many or too much."""
    limits = Limits(**settings.READING_LIMITS)
    name = file.name or "zip"
    try:
        with ZipFile(file) as archive:
            entries = [entry for entry in archive.infolist() if not _is_idle(entry)]
            _check(name, entries, most, limits)
            for entry in entries:
                yield SimpleUploadedFile(_name_of(entry), _content_of(archive, entry, limits))
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DocumentError(f"{name} 损坏了，打不开。") from error


def _check(name: str, entries: list[ZipInfo], most: int, limits: Limits) -> None:
    if not entries:
        raise DocumentError(f"{name} 里没有文件。")
    if len(entries) > most:
        raise DocumentError(f"{name} 里有 {len(entries)} 份文件，一次最多 {most} 份，都没有收下。")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise DocumentError(f"{name} 加了密码，不能读；请先去掉密码。")
    limits.check(name, "unpacked_megabytes", sum(entry.file_size for entry in entries) // _MEGABYTE)


def _content_of(archive: ZipFile, entry: ZipInfo, limits: Limits) -> bytes:
    """At most one byte over the limit of a file, which is then refused for its size."""
    with archive.open(entry) as stream:
        return stream.read(limits.megabytes * _MEGABYTE + 1)


def _is_idle(entry: ZipInfo) -> bool:
    """Folders, and what a Mac adds."""
    return entry.is_dir() or entry.filename.startswith("__MACOSX/")


def _name_of(entry: ZipInfo) -> str:
    """The name as it was typed: Windows writes Chinese ones in GBK, and zip does not say so."""
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("gb18030")
        except UnicodeError:
            name = entry.filename
    return name.rpartition("/")[2]
