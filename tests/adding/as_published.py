"""All that is said of disclosures of 2023, as data: the project and its copy with more columns must say the same."""

import json
import re

from django.conf import settings
from django.test import Client

from disclosures.checks.checking import check
from disclosures.demo.made_up import make_up
from disclosures.demo.profile import Profile
from disclosures.entry.rows.lines import typed_names
from disclosures.intake.reading import read_disclosure
from disclosures.intake.report import as_data
from disclosures.publication.digest import digest
from disclosures.statements.lines import StatementLine
from disclosures.statements.loaded import load
from disclosures.statements.models import statements_in
from tests.building import published_disclosure

SAMPLE = settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt"
BASE = "/units/210400-011001/2023"
KINDS = ("csv", "json")
_SIGN = re.compile(r'<a class="sign .*?</a>')
_LINE_END = re.compile(r"\s*\n\s*")  # a sign stands on a line of its own


def as_published() -> dict:
    """Its digest, findings, files and tables of pages; how a document of the year is read; what is made up for it."""
    disclosure, client = published_disclosure(year=2023), Client()
    tables = statements_in(2023)
    files = {f"tables/{number}.{kind}?columns=all" for number in tables for kind in KINDS}
    pages = {f"tables/{number}/?columns=all" for number in tables}
    return {
        "digest": digest(disclosure),
        "findings": [f"{one.rule} {one.outcome} {one.message}" for one in check(load(disclosure)).results],
        **{name: client.get(f"{BASE}/{name}").content.decode() for name in sorted(files)},
        **{name: _main(client, name) for name in sorted(pages)},
        "admin": sorted(_typed(number) for number in tables),
        "read": as_data(read_disclosure(SAMPLE)),
        "made up": [_amounts(line) for lines in make_up(1, profile=Profile()).lines.values() for line in lines],
    }


def _main(client: Client, name: str) -> str:
    """What a page says between its head and its foot, without the signs of the checks: a new rule has new ones."""
    page = client.get(f"{BASE}/{name}").content.decode().partition("<main")[2].partition("</main>")[0]
    return _LINE_END.sub("\n", _SIGN.sub("", page))


def _typed(number: str) -> str:
    return f"{number} {typed_names(statements_in(2023)[number], 2023)}"


def _amounts(line: StatementLine) -> str:
    return " ".join(f"{name} {value}" for name, value in line.amounts.items() if value is not None)


def as_text() -> str:
    """The same as one text."""
    return json.dumps(as_published(), ensure_ascii=False, indent=1, default=str)
