"""Our static files as they are served: compressed, with lasting names, and a stylesheet with all that it imports.

A page waits for its styles before it paints anything, and for an imported one it would wait a second time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

_IMPORT = re.compile(rb'^@import "([\w.-]+\.css)";$', re.MULTILINE)


class JoinedStylesheets(CompressedManifestStaticFilesStorage):
    """What `collectstatic` writes. Sources are joined, not what was collected: that may be older than its parts."""

    support_js_module_import_aggregation = True  # a module finds those it imports by their lasting names

    def post_process(self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any) -> Iterator:
        joined = {
            name: (_Joined(storage) if name.endswith(".css") else storage, path)
            for name, (storage, path) in paths.items()
        }
        yield from super().post_process(joined, dry_run=dry_run, **options)


@dataclass(frozen=True)
class _Joined:
    """A place to read stylesheets from, joined."""

    storage: Storage

    def open(self, path: str) -> ContentFile:
        return ContentFile(joined(self.storage, path))


def joined(storage: Storage, path: str) -> bytes:
    """The stylesheet with those that it imports in place of the lines that say so."""
    with storage.open(path) as file:
        return _IMPORT.sub(lambda match: joined(storage, match[1].decode()), file.read())
