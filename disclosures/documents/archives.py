"""What an archive says of itself before it is unpacked: a small file that would grow without bound is refused."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile, is_zipfile

from disclosures.documents.items import DocumentError
from disclosures.documents.limits import Limits

_MEGABYTE = 1024 * 1024


def check_archive(path: Path, limits: Limits) -> None:
    """Refuse an archive that is damaged or unpacks to more than the limit; other files pass."""
    limits.check(path.name, "megabytes", path.stat().st_size // _MEGABYTE)
    if not is_zipfile(path):
        return
    try:
        with ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            encrypted = any(entry.flag_bits & 1 for entry in archive.infolist())
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise DocumentError(f"{path.name} 损坏了，打不开。") from error
    if encrypted:
        raise DocumentError(f"{path.name} 加了密码，不能读；请先去掉密码。")
    limits.check(path.name, "unpacked_megabytes", size // _MEGABYTE)
