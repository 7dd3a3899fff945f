"""Files as they come from a browser: held to the limits, kept, and put into the queue of those to be read."""

from collections.abc import Iterable
from datetime import timedelta
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile as Sent
from django.db import transaction
from django.utils import timezone

from disclosures.documents.items import DocumentError
from disclosures.documents.kinds import KINDS
from disclosures.documents.limits import Limits
from disclosures.entry.imports.background import read_upload
from disclosures.entry.imports.packed import is_packed, unpacked
from disclosures.entry.models import Progress, UploadedFile

MOST_FILES = 200  # at once
_LONGEST_NAME = 80  # characters, three bytes each: what a file system takes
_MEGABYTE = 1024 * 1024
_PENDING = (Progress.WAITING, Progress.READING, Progress.READ)
_ENDINGS = {ending for kind in KINDS for ending in kind.endings}


def receive(user: Any, sent: Iterable[Sent]) -> tuple[list[UploadedFile], list[str]]:
    """Keep and queue each file that may be read; the others give a sentence each and cost no other file."""
    kept: list[UploadedFile] = []
    refused: list[str] = []
    sent = list(sent)
    if len(sent) > MOST_FILES:
        return [], [f"一次最多上传 {MOST_FILES} 份文件，这里有 {len(sent)} 份，都没有收下。"]
    for file in sent:
        try:
            for document in unpacked(file, MOST_FILES) if is_packed(file) else [file]:
                _keep_or_refuse(user, document, kept, refused)
        except DocumentError as error:  # of the zip as a whole
            refused.append(str(error))
    return kept, refused


def _keep_or_refuse(user: Any, file: Sent, kept: list[UploadedFile], refused: list[str]) -> None:
    try:
        kept.append(keep(user, *checked(file)))
    except DocumentError as error:
        refused.append(str(error))


def checked(file: Sent) -> tuple[str, bytes]:
    """Name and content of a file that is neither empty, nor too large, nor of an ending that nothing reads."""
    name = PurePosixPath((file.name or "").replace("\\", "/")).name[-_LONGEST_NAME:]
    if PurePosixPath(name).suffix.lower() not in _ENDINGS:
        raise DocumentError(f"{name} 不是能读的文件；应当是 {'、'.join(sorted(_ENDINGS))}。")
    size = file.size or 0
    if not size:
        raise DocumentError(f"{name} 是空文件，没有收下。")
    Limits(**settings.READING_LIMITS).check(name, "megabytes", -(-size // _MEGABYTE))
    return name, file.read()


def keep(user: Any, name: str, content: bytes) -> UploadedFile:
    """The file and the task to read it, in one transaction; the same file twice is the same file."""
    digest = sha256(content).hexdigest()
    with transaction.atomic():
        if UploadedFile.objects.filter(user=user, sha256=digest, state__in=_PENDING).exists():
            raise DocumentError(f"{name} 已经上传过，还没有处理完。")
        upload = UploadedFile.objects.create(
            user=user,
            name=name[-255:],
            sha256=digest,
            content=content,
            held_until=timezone.now() + timedelta(seconds=5),
        )
        upload.task = read_upload.enqueue(upload.pk).id
        upload.save(update_fields=["task"])
    return upload
