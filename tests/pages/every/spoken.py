"""What a page says in Chinese without marking it as Chinese, and what was published: only names and words of the
documents may stand unmarked on a page in another language."""

import re
from html.parser import HTMLParser

from django.db.models import CharField, JSONField, Model, TextField

from disclosures.classification.models import Code, Region
from disclosures.statements.models import PARTS, STATEMENTS, Disclosure, Unit
from disclosures.tables.showing import form_of

CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_EMPTY = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}


class _Reader(HTMLParser):
    """Keeps the texts that stand in no element with lang="zh-Hans"."""

    def __init__(self):
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attributes):
        outer = self.open[-1][1] if self.open else ""
        if tag not in _EMPTY:
            self.open.append((tag, dict(attributes).get("lang") or outer))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.open and self.open[-1][1] != "zh-Hans" and CHINESE.search(data):
            self.texts.append(" ".join(data.split()))


def unmarked(page: str) -> list[str]:
    """The texts of the page that are in Chinese, at least in part, and are not said to be."""
    reader = _Reader()
    reader.feed(page)
    return reader.texts


def published() -> str:
    """Every text that the database has of documents and code lists, and every word that the forms print."""
    texts = [text for model in (*PARTS, Disclosure, Unit, Region, Code) for text in _texts(model)]
    for number, model in STATEMENTS.items():
        table = form_of(number)
        texts += [model.title, *model.other_titles, model.note, *table.notes, *(row.name for row in table.rows)]
    return "\n".join(map(str, texts))


def _texts(model: type[Model]) -> list[str]:
    names = [
        field.name for field in model._meta.concrete_fields if isinstance(field, CharField | JSONField | TextField)
    ]
    return [text for row in model.objects.values_list(*names) for text in row if text]


def not_published(page: str, known: str) -> list[str]:
    """The unmarked texts with Chinese words that stand in nothing that was published."""
    return [text for text in unmarked(page) if any(run not in known for run in CHINESE.findall(text))]
