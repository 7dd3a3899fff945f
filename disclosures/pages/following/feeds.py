"""Which feed an address of this site is, and what following it means; the same for programs and for readers."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.urls import Resolver404, resolve

from disclosures.pages.feeds import channels
from disclosures.pages.feeds.channels import Channel
from disclosures.statements.models import Unit

_LONGEST = 500  # characters of an address that is looked at


@dataclass(frozen=True)
class Followed:
    """A feed, with the fields of `Following` that say the same."""

    channel: Channel
    scope: dict[str, Any]


def feed_at(url: str, host: str) -> Followed | None:
    """The feed at an address of this site, in whole or its path; None where there is none."""
    try:
        match = resolve(_path(url, host))
    except Resolver404:
        return None
    asked, channel = match.kwargs, None
    scope: dict[str, Any] = {}
    if match.url_name == "feed":
        channel = channels.everything()
    elif match.url_name == "corrections_feed":
        channel, scope = channels.corrections(), {"only_corrections": True}
    elif match.url_name == "region_feed":
        channel, scope = channels.of_region(asked["region"]), {"region": asked["region"]}
    elif match.url_name == "code_feed":
        channel, scope = channels.of_code(**asked), {"code": asked["code"]}
    elif match.url_name == "unit_feed" and (channel := channels.of_unit(asked["unit"])):
        key = asked["unit"]
        scope = {"unit_id": Unit.objects.values_list("pk", flat=True).get(region=key.region, code=key.code)}
    return Followed(channel, scope) if channel else None


def _path(url: str, host: str) -> str:
    """The path of an address of this site; "" for another."""
    try:
        parts = urlsplit(url if len(url) <= _LONGEST else "")
    except ValueError:
        return ""
    return unquote(parts.path) if parts.netloc in ("", host) and not parts.query else ""
