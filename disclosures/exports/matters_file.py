"""The other matters of a disclosure as csv: each figure that the text gives beside the tables, with its place."""

import csv
import io

from disclosures.checks.keeping import report_of
from disclosures.checks.narrative.matters import matters_in
from disclosures.statements.models import Disclosure
from disclosures.tables.harmless import harmless

_HEAD = ("代号", "事项", "原文的数", "数", "单位", "段落")


def matters_csv(disclosure: Disclosure) -> bytes:
    """A matter a line, amounts in 元 as exact as printed, counts as they are.

    Source: what was kept of the text when the revision was published. One query.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    for subject, link in matters_in(report_of(disclosure).links):
        row = (subject.key, subject.title, link.text, f"{link.value:f}", link.unit.value, str(link.paragraph))
        writer.writerow(map(harmless, row))
    return text.getvalue().encode("utf-8-sig")
