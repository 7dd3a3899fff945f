"""A page as it stands in the archive: links lead to files, what needs a server is left out or says so."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

from django.utils.translation import gettext, override

from disclosures.exports.offline.places import relative

Find = Callable[[str], str | None]  # the place of an address, or None

_FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
_NAMES = "href|src|data-chart|data-plotly|data-cite|data-permanent"
_COPIED = "data-permanent"  # what a reader copies to quote a page: it stays the address of the site
_TAG = re.compile(rf"<[a-zA-Z][^<>]*?\s(?:{_NAMES})=[^<>]*>")
_LINK = re.compile(rf'\s({_NAMES})="([^"]*)"')
_MAIN = re.compile(r'<main id="main">')
_SLASH = "\\u002f"  # as charts write it
_QUOTED = re.compile(r'"(/[^"\\]*)"')
_IMPORTED = re.compile(r"""(?:@import|\bfrom|\bimport)\s*["']\.?/?([\w./-]+\.(?:css|js))["']""")
_CODE = re.compile(r"(?:^|&)code=(\d+)(?:&|$)")
_AT_HEAD = 'class="ask"'  # the search that every page has at its head


@dataclass(frozen=True)
class Page:
    """A page or chart at its address; `find` is asked for the place of every link, and so learns of them."""

    address: str
    place: str
    origin: str
    find: Find

    def html(self, text: str) -> str:
        """The page with links between files."""
        language = "en" if self.address.startswith("/en/") else "zh-hans"
        with override(language):
            text = _FORM.sub(self._instead_of_form, text)
            text = _TAG.sub(self._tag, text)
            return _MAIN.sub(lambda main: main[0] + self._notice(), text, count=1)

    def chart(self, text: str) -> str:
        """The figure of a chart, in which a click leads on."""
        return _QUOTED.sub(lambda quoted: f'"{self._link(quoted[1]) or ""}"', text.replace(_SLASH, "/"))

    def _notice(self) -> str:
        said = gettext("这是静态存档：搜索、排序、折叠、提问和自选比较只在网站上有。")
        return f'<p class="notice" role="note">{escape(said)} {self._on_the_site()}</p>'

    def _on_the_site(self) -> str:
        said = gettext("网站上的这一页")
        return f'<a href="{escape(self.origin + self.address)}">{escape(said)}</a>'

    def _instead_of_form(self, form: re.Match) -> str:
        if _AT_HEAD in form[0].partition(">")[0]:
            return ""
        said = gettext("存档里不能填写，请到网站上填写。")
        return f'<p class="soft">{escape(said)}</p>'

    def _tag(self, tag: re.Match) -> str:
        lost = False

        def link(attribute: re.Match) -> str:
            nonlocal lost
            name, value = attribute[1], unescape(attribute[2])
            if name == "href" and value.startswith("#"):
                return attribute[0]
            if name == _COPIED:
                return f' {name}="{escape(self.origin + value)}"'
            led = self._link(value)
            lost = lost or led is None
            return "" if led is None else f' {name}="{escape(led)}"'

        written = _LINK.sub(link, tag[0])
        return "" if lost and tag[0].startswith("<link") else written

    def _link(self, address: str) -> str | None:
        """Where a link leads: to a file, or away from the site as before; None where nothing is."""
        address = address.removeprefix(self.origin)
        if not address.startswith("/") or address.startswith("//"):
            return address
        asked, hash_mark, anchor = address.partition("#")
        place = self.find(asked)
        path, _, query = asked.partition("?")
        if place is None and path != self.address.partition("?")[0]:  # the page itself, in place of a sight of it
            place = self.find(path)
            if (code := _CODE.search(query)) and not anchor:
                hash_mark, anchor = "#", code[1]
        if place is None:
            return None
        if place == self.place and anchor:
            return f"#{anchor}"
        return relative(place, self.place) + hash_mark + anchor


def imported(text: str) -> list[str]:
    """The files that a stylesheet or script names beside itself."""
    return _IMPORTED.findall(text)
