"""The files as they were received, against their own digests."""

import hashlib
from collections.abc import Iterator

from disclosures.statements.models import Disclosure, SourceDocument


def source_differences() -> Iterator[str]:
    """Files that are not what they were; read one by one."""
    for source in SourceDocument.objects.order_by("pk").iterator(chunk_size=1):
        if hashlib.sha256(bytes(source.content)).hexdigest() != source.sha256:
            yield f"原始文件“{source.name}”：内容与收到时的校验值不符。"
    lost = Disclosure.objects.filter(source__isnull=False).exclude(source__in=SourceDocument.objects.values("pk"))
    for disclosure in lost:
        yield f"{disclosure}：原始文件不见了。"
