"""What is marked for translation, found without gettext's own programs, and the official terms of the declarations."""

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file
from django.conf import settings
from django.utils.translation.template import templatize

from disclosures.amounts import AmountUnit
from disclosures.checks.narrative.matters import GROUPS
from disclosures.checks.publication.completeness import SECTIONS
from disclosures.checks.register.rules import RULES
from disclosures.checks.rules import KIND_TITLES
from disclosures.checks.wording.meanings import ROLES, SUBJECTS
from disclosures.classification.codes import GOVERNMENT, LEVELS, SCHEMES
from disclosures.intake.forms.indicators import EXPLANATION, REASONS
from disclosures.publication.search.models import EntryKind
from disclosures.statements.fields import Amount
from disclosures.statements.models import STATEMENTS, Disclosure, PerformanceForm, PerformanceIndicator, PerformanceTask
from disclosures.tables.showing import form_of

CALLS = {"_": None, "gettext": None, "gettext_lazy": None}
_CALL = re.compile(r"""\b(?:gettext|_)\((u?(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))\)""")
NOT_SHOWN = ("id", "disclosure", "form", "position", "place", "kind")  # of performance forms
_ORDINAL = re.compile(r"^[一二三四五六七八九十]+、")
_MARKED = re.compile(
    r"{% comment %}.*?{% endcomment %}|{% blocktranslate.*?{% endblocktranslate %}|{% translate .*?%}"
    r'|_\("[^"]*"\)|>中文<',
    re.DOTALL,
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def marked() -> set[str]:
    """Every string that a page of the site marks, in its code or in its templates."""
    package = settings.BASE_DIR / "disclosures"
    beside = ("tables", "publication/changes", "publication/alerts", "exports/offline")
    shared = (package / name for name in beside)
    folders = (package / "pages", package / "finding", *shared, package / "checks", package / "statements")
    in_code = {message for folder in folders for message in _in_code(folder)}
    return {*in_code, *_in_templates(settings.BASE_DIR / "templates")}


def _in_code(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*.py"):
        for _, message, _, _ in extract_from_file("python", file, keywords=CALLS):
            yield message


def _in_templates(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*.html"):
        for call in _CALL.findall(templatize(file.read_text(encoding="utf-8"))):
            yield ast.literal_eval(call)


def unmarked(template: str) -> list[str]:
    """The Chinese words of a template that no other language can say; a language's own name is said in itself."""
    return re.findall(r"[\u4e00-\u9fff]+", _MARKED.sub("", template))


def official() -> set[str]:
    """Titles, columns, rows and choices of the declarations, as the forms print them."""
    words = {
        *AmountUnit,
        *LEVELS.values(),
        *dict(SCHEMES).values(),
        *EntryKind.labels,
        *_of_forms(),
        *_of_performance(),
    }
    words |= {row["name"] for row in _codes() if len(row["code"]) == 3 and row["scheme"] != GOVERNMENT}
    words |= {*REASONS, EXPLANATION, *(group.title for group in GROUPS)}
    words |= {str(label) for _, label in Disclosure._meta.get_field("state").choices}
    return {str(word) for word in words if _CHINESE.search(word)}


def of_checks() -> set[str]:
    """What the checks say for every disclosure: the words of each rule, the meanings of figures, parts of the text."""
    said = [text for rule in RULES for text in (rule.title, rule.advice, rule.example, rule.basis)]
    said += [side for rule in RULES for side in (rule.left, rule.right) if side]
    said += [*KIND_TITLES.values(), *SUBJECTS.values(), *ROLES, *(section.title for section in SECTIONS)]
    return {str(text) for text in said}


def _codes() -> Iterator[dict[str, str]]:
    with (settings.BASE_DIR / "fixtures" / "codes.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _of_forms() -> Iterator[str]:
    for number, model in STATEMENTS.items():
        table = form_of(number)
        yield from (model.title, table.title)
        yield from (head.title for row in table.head for head in row)
        yield from (row.name for row in table.rows)
        yield from (_ORDINAL.sub("", row.name) for row in table.rows)  # as tables of codes call the class
        yield from (panel.title for panel in table.panels)
        yield from (text for column in model.columns() for text in (column.title, column.group or ""))


def _of_performance() -> Iterator[str]:
    yield from (str(label) for _, label in PerformanceForm._meta.get_field("kind").choices)
    for model in (PerformanceForm, PerformanceTask, PerformanceIndicator):
        fields = [field for field in model._meta.concrete_fields if field.name not in NOT_SHOWN]
        yield from (str(field.verbose_name) for field in fields)
        yield from (title for field in fields if isinstance(field, Amount) for title in field.titles)
