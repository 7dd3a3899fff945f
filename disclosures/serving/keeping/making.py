"""The pages of a revision that is new, made before anybody asks for them."""

from typing import NamedTuple

from django.conf import settings

from disclosures.addresses import links
from disclosures.publication.current import public_revision
from disclosures.serving.keeping.changes import Edition
from disclosures.serving.keeping.tree import Tree
from disclosures.serving.requests.asked import Asked
from disclosures.statements.models import statements_in


class Scope(NamedTuple):
    """A request as the server describes it, that nobody has sent."""

    path: str
    method: str = "GET"
    scheme: str = "http"
    server: str = "127.0.0.1:80"
    client: str = ""


def pages_of(edition: Edition, sites: list[str]) -> list[Asked]:
    """What most readers of the edition will ask for, under each name of the site; nothing of one that was withdrawn."""
    unit, year = edition
    region, _, code = unit.partition("-")
    disclosure = public_revision(region, code, year)
    if disclosure is None:
        return []
    own = links.of(disclosure)
    tables = [own.table(number) for number in statements_in(year)]
    source = [own.source()] if disclosure.source_id else []
    paths = (own.front(), *tables, own.performance(), own.narrative(), own.checks(), *source)
    return [Asked(path, "", site, settings.HTTPS, is_usual=True) for site in sites for path in paths]


def sites_of(tree: Tree) -> list[str]:
    """The names under which readers have come."""
    return [path.name for path in tree.heads.iterdir()] if tree.heads.is_dir() else []
