"""A person at the admin over HTTP: signs in, opens a page, sends its form, reads what is asked of them."""

from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, build_opener

from lxml import html

from tests.entry.conflicts.site import PASSWORD
from tests.entry.inputs import typed_in


@dataclass(frozen=True)
class Asked:
    """A conflict as the page shows it: what the choice is called, and what is stored now."""

    choice: str
    now: str


@dataclass(frozen=True)
class Page:
    """An answer of the site."""

    status: int
    content: bytes

    @property
    def inputs(self) -> dict[str, str]:
        return typed_in(self)

    @property
    def asked(self) -> list[Asked]:
        """The conflicts that the page asks about."""
        rows = html.fromstring(self.content.decode()).cssselect("section.conflicts tbody tr")
        return [Asked(row.cssselect("input")[0].get("name"), _plain(row.cssselect("td")[1])) for row in rows]

    @property
    def mistakes(self) -> str:
        """What else the page complains of."""
        found = html.fromstring(self.content.decode()).cssselect(".mistakes, .errornote, .errorlist")
        return " ".join(" ".join(one.text_content().split()) for one in found)


def _plain(cell) -> str:
    text = cell.text_content().strip()
    return "" if text == "（空白）" else text.replace(",", "")


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


class Person:
    """Somebody with a session of their own."""

    def __init__(self, site: str, name: str):
        self.site = site
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()), _NoRedirect())
        login = self.open("/admin/login/")
        answer = self.send("/admin/login/", login.inputs | {"username": name, "password": PASSWORD})
        assert answer.status == 302, answer.mistakes

    def open(self, path: str) -> Page:
        return self._ask(path)

    def send(self, path: str, inputs: dict[str, str]) -> Page:
        return self._ask(path, urlencode(inputs).encode())

    def _ask(self, path: str, data: bytes | None = None) -> Page:
        try:
            with self.opener.open(self.site + path, data, timeout=120) as answer:
                return Page(answer.status, answer.read())
        except HTTPError as error:
            return Page(error.code, error.read())
