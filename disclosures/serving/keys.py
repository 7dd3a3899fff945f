"""What two requests must have in common to be given the same answer."""

import re
from typing import Any

from django.conf import settings

from disclosures.serving.kept import BROTLI, GZIP, PLAIN

# What advertising and mail programs add to an address; no page of ours reads them.
_TRACKING = re.compile(
    r"(?:^|(?<=&))(?:utm_[a-z]+|gclid|dclid|fbclid|msclkid|yclid|mc_[ce]id|spm|from|isappinstalled|share_token)=[^&]*(?:&|$)"
)
_NONE = re.compile(r";\s*q=0(?:\.0*)?\s*(?:,|$)")


def query_of(scope: Any) -> str:
    """The query without what only tracks the reader."""
    query = scope.query_string
    return _TRACKING.sub("", query).rstrip("&") if query else ""


def key_of(scope: Any, query: str) -> tuple:
    """Host, scheme, path and query; the last says whether there is a query, by which memory is shared out."""
    headers = scope.headers
    forwarded = headers.get("x-forwarded-proto") if settings.HTTPS else None
    return headers.get("host"), forwarded, scope.path, query


def encoding_of(headers: Any) -> str:
    """The best form of an answer that the client takes."""
    accepted = headers.get("accept-encoding")
    if not accepted:
        return PLAIN
    accepted = accepted.lower()
    if "q=0" in accepted:
        accepted = ",".join(part for part in accepted.split(",") if not _NONE.search(f"{part},"))
    return next((encoding for encoding in (BROTLI, GZIP) if encoding in accepted), PLAIN)


def has(etag: str, headers: Any) -> bool:
    """Whether the client says that it has just this; weak or strong is the same for reading."""
    known = headers.get("if-none-match")
    if not known or not etag:
        return False
    return known.strip() == "*" or etag in [each.strip().removeprefix("W/") for each in known.split(",")]
