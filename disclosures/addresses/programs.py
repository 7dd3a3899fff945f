"""What is for programs: the addresses of files of the whole site and of its lists, and of the interface."""

from urllib.parse import parse_qsl, urlencode

from django.urls import reverse

YEAR_FILES = {"csv": "year_file", "parquet": "year_parquet", "datapackage.json": "year_package"}  # kinds, and routes


def year_data(year: int, kind: str) -> str:
    """Every figure of the year as a file; the kind is one of YEAR_FILES."""
    return reverse(YEAR_FILES[kind], args=[year])


def everything() -> str:
    """All that is current as one file."""
    return reverse("everything")


def api(problem: int | None = None) -> str:
    """Addresses for programs, explained; with a status, what is said there of such problems."""
    return reverse("api") + (f"#problem-{problem}" if problem else "")


def openapi() -> str:
    """Addresses for programs, described for programs."""
    return reverse("openapi")


def list_file(address: str, suffix: str) -> str:
    """The whole list that a page shows a part of, as a file; `address` is that of the page, in any language."""
    path, _, query = address.partition("?")
    asked = urlencode([(name, value) for name, value in parse_qsl(query) if name != "page"])
    path = path.removeprefix("/en").rstrip("/")
    return f"{path}.{suffix}" + (f"?{asked}" if asked else "")
