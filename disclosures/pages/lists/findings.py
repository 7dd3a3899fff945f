"""What the checks found in one revision, and how every relation ended."""

from collections.abc import Iterator

from django.http import QueryDict

from disclosures.addresses import links
from disclosures.addresses.spots import finding_anchor
from disclosures.checks.keeping import report_of
from disclosures.checks.outcomes import Result
from disclosures.checks.register.rules import BY_CODE
from disclosures.checks.register.verdicts import verdict_of
from disclosures.exports.lists.content import ListColumn, ListFile, Value, list_file
from disclosures.exports.table.content import plain_stem
from disclosures.pages.checks.findings import answers_of
from disclosures.pages.checks.kinds import by_weight
from disclosures.pages.checks.signs import OF_OUTCOMES, sign_of
from disclosures.pages.lists.whole import OWNER, PAGE, Site, owner_of
from disclosures.statements.models import Disclosure

COLUMNS = (
    *OWNER,
    ListColumn("revision", "版次"),
    ListColumn("rule", "规则"),
    ListColumn("title", "应当怎样"),
    ListColumn("outcome", "结果"),
    ListColumn("kind", "种类"),
    ListColumn("sentence", "说明"),
    ListColumn("left", "一处"),
    ListColumn("right", "另一处"),
    ListColumn("difference", "相差"),
    ListColumn("answer", "单位的答复"),
    PAGE,
)


def findings_list(disclosure: Disclosure, query: QueryDict, site: Site) -> ListFile:
    """The heaviest first, then what held, in the order of the rules; a function of the revision and its answers.

    Amounts are 元, percentages and points as they are. Source: what was kept at publication. Two queries.
    """
    pages = links.pinned(disclosure)
    outcome = query.get("outcome", "") if query.get("outcome", "") in OF_OUTCOMES else ""
    shown = [result for result in report_of(disclosure).public if outcome in ("", result.outcome)]
    broken = by_weight(shown)
    rest = [result for result in shown if sign_of(result).key in OF_OUTCOMES and result not in broken]
    answers = {key: answer.text for key, answer in answers_of(disclosure).items()}
    asked = (f"{disclosure.year}年度", f"第{disclosure.revision}版", OF_OUTCOMES[outcome].word if outcome else "")
    return list_file(
        f"{disclosure.unit_name}-账目核对",
        f"{plain_stem(disclosure)}-checks",
        site.whole(pages.checks(outcome)),
        COLUMNS,
        (_row(result, disclosure, answers, site.whole(pages.checks())) for result in (*broken, *rest)),
        asked=asked,
    )


def _row(result: Result, disclosure: Disclosure, answers: dict[str, str], page: str) -> Iterator[Value]:
    rule = BY_CODE.get(result.rule)
    yield from owner_of(disclosure)
    yield disclosure.revision
    yield result.rule
    yield rule.title if rule else None
    yield str(sign_of(result).word)
    yield verdict_of(result)
    yield result.message
    yield from (side.value if side else None for side in (result.left, result.right))
    yield result.difference
    yield answers.get(result.key)
    yield f"{page}#{finding_anchor(result.key)}"
