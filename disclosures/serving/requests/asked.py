"""What two requests must have in common to be given the same answer."""

import re
from typing import Any, NamedTuple

from django.conf import settings

from disclosures.serving.keeping.kept import BROTLI, GZIP, PLAIN
from disclosures.serving.requests.hosts import is_usual

# What advertising and mail programs add to an address; no page of ours reads them.
_TRACKING = re.compile(
    r"(?:^|(?<=&))(?:utm_[a-z]+|gclid|dclid|fbclid|msclkid|yclid|mc_[ce]id|spm|from|isappinstalled|share_token)=[^&]*(?:&|$)"
)
_NONE = re.compile(r";\s*q=0(?:\.0*)?\s*(?:,|$)")


class Asked(NamedTuple):
    """What is asked for. `is_usual` says that it is one of the addresses that the site itself names.

    `packed` is how a static file is asked for, which stands there in several forms; "" for all else.
    """

    path: str
    query: str
    host: str
    is_secure: bool
    is_usual: bool
    packed: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """All that Django is told of a request to the public site: everybody is given its answer."""
        secure = {"x-forwarded-proto": "https"} if self.is_secure else {}
        host = {"host": self.host} if self.host else {}
        packed = {"accept-encoding": self.packed} if self.packed else {}
        return host | secure | packed


def asked_by(scope: Any, headers: Any, encoding: str) -> Asked:
    """What the request asks for, without what only tracks the reader."""
    path, query = scope.path, scope.query_string
    host = (headers.get("host") or "").lower()
    query = _TRACKING.sub("", query).rstrip("&") if query else ""
    is_secure = settings.HTTPS and headers.get("x-forwarded-proto") == "https"
    packed = encoding if path.startswith(settings.STATIC_URL) else ""
    return Asked(path, query, host, is_secure, not query and is_usual(host, scope.server), packed)


def encoding_of(headers: Any, among: tuple[str, ...] = (BROTLI, GZIP)) -> str:
    """The best form of an answer that the client takes."""
    accepted = headers.get("accept-encoding")
    if not accepted:
        return PLAIN
    accepted = accepted.lower()
    if "q=0" in accepted:
        accepted = ",".join(part for part in accepted.split(",") if not _NONE.search(f"{part},"))
    return next((encoding for encoding in among if encoding in accepted), PLAIN)


def has(etag: str, headers: Any) -> bool:
    """Whether the client says that it has just this; weak or strong is the same for reading."""
    known = headers.get("if-none-match")
    if not known or not etag:
        return False
    return known.strip() == "*" or etag in [each.strip().removeprefix("W/") for each in known.split(",")]
