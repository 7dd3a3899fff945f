"""Sentences that end before they say why, and words of another kind of document."""

import re
from collections.abc import Iterator

from disclosures.amounts import Outcome
from disclosures.checks.labels import Named
from disclosures.checks.narrative.meaning.reading import Reading
from disclosures.checks.narrative.meaning.squeezing import squeeze
from disclosures.checks.narrative.rules.words import words
from disclosures.checks.outcomes import Result, Severity
from disclosures.checks.wording.relations import Relation
from disclosures.statements.models import Chapter

_CUT = re.compile(
    r"(?:主要原因(?:是|为|在于|：)+|(?<!主要)原因(?:是|为|在于)|主要(?:是|用于|包括)(?:用于|由于|因为|：)?|(?:由于|因为))[，、]?[。；]"
)


def cut_sentences(rule: str, reading: Reading) -> Iterator[Result]:
    """D11c: behind 主要原因是 and the like comes a reason before the sentence ends."""
    for passage in reading.passages:
        for match in _CUT.finditer(passage.squeezed.text):
            left = words(passage.paragraph, Named("文字"), *passage.squeezed.span(*match.span()))
            yield Result(rule, Outcome.BROKEN, Relation.REASON_GIVEN, left, severity=Severity.NOTE)


_OF_DEPARTMENTS = re.compile(
    r"(?<!主管)(?<!财政)(?<!上级)(?<!级)(?<!各)部门(?:决算|预算)(?!管理|改革|编制|批复|公开|单位|和单位|及单位|项目库)"
)


def own_scope(rule: str, reading: Reading) -> Iterator[Result]:
    """D10t: the text of a document that is called 单位决算 on its cover does not speak of the accounts of a 部门."""
    covers = " ".join(p.text for p in reading.loaded.paragraphs if p.chapter == Chapter.COVER)
    title = squeeze(f"{reading.loaded.disclosure.title}{covers}").text
    if "单位决算" not in title or "部门" in title:
        return
    for passage in reading.passages:
        if passage.paragraph.chapter == Chapter.EXPLANATION:
            for match in _OF_DEPARTMENTS.finditer(passage.squeezed.text):
                left = words(passage.paragraph, Named("文字"), *passage.squeezed.span(*match.span()))
                yield Result(rule, Outcome.BROKEN, Relation.OWN_SCOPE, left, severity=Severity.NOTE)
