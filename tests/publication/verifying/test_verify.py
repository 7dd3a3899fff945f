"""Silent where all is well; what somebody changed behind the site's back is named."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from disclosures.publication import workflow
from disclosures.publication.guarding import triggers
from disclosures.publication.verifying.whole import all_differences
from disclosures.statements.models import SourceDocument
from tests.building import build_disclosure, corrected_disclosure, published_disclosure, submitted_disclosure
from tests.roles import as_owner

pytestmark = pytest.mark.django_db


def sourced(**kwargs):
    """A published disclosure with the file that it came from."""
    content = b"text"
    digest = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"
    source = SourceDocument.objects.create(name="a.txt", media_type="text/plain", sha256=digest, content=content)
    return published_disclosure(source=source, **kwargs)


def test_nothing_is_named_before_anything_was_published():
    build_disclosure()
    assert list(all_differences()) == []


def test_every_step_leaves_all_in_order():
    first = sourced()
    published_disclosure(unit_code="011002", year=2022)
    submitted_disclosure(unit_code="011003")
    second = corrected_disclosure(first, unit_name="信访总局")
    assert list(all_differences()) == []
    workflow.withdraw(second, "有误", reinstating=True)
    assert list(all_differences()) == []
    third = corrected_disclosure(first)
    workflow.withdraw(third, "有误")
    assert list(all_differences()) == []


def test_made_up_disclosures_are_in_order_too():
    call_command("make_demo", disclosures=6, seed=5, verbosity=0)
    assert list(all_differences()) == []


def test_the_command_is_silent_or_names_each_difference_and_ends_with_1(published_2023):
    said = io.StringIO()
    call_command("verify", stdout=said)
    assert said.getvalue() == ""
    tamper("UPDATE publication_publicationcounter SET number = 0")
    with pytest.raises(SystemExit) as ended:
        call_command("verify", stdout=said)
    assert ended.value.code == 1
    assert said.getvalue().count("\n") == 1


def tamper(sql: str) -> None:
    """Change something as somebody could who has the database in hand: without the guards."""
    with as_owner(), connection.cursor() as cursor:
        triggers.lift(connection)
        cursor.execute(sql)
        triggers.install(apps, connection)


TAMPERING = {
    "an amount": "UPDATE statements_expenditure SET total_expenditure = total_expenditure + 100 WHERE code = '2010301'",
    "a blank that becomes zero": "UPDATE statements_expenditure SET project_expenditure = 0 WHERE code = '2010301'",
    "a name": "UPDATE statements_expenditure SET name = '别的' WHERE code = '2010301'",
    "a code": "UPDATE statements_expenditure SET code = '2010399' WHERE code = '2010301'",
    "a row that goes": "DELETE FROM statements_expenditure WHERE code = '2010301'",
    "rows in another order": "UPDATE statements_expenditure SET position = 1000 - position",
    "a paragraph": "UPDATE statements_paragraph SET text = text || '。'",
    "a duty": "UPDATE statements_duty SET text = '没有'",
    "a term": "UPDATE statements_term SET definition = '没有'",
    "a note of a table": "UPDATE statements_statementhead SET notes = ''",
    "a table that is declared empty": "UPDATE statements_statementhead SET is_declared_empty = TRUE",
    "an indicator": "UPDATE statements_performanceindicator SET score = '99'",
    "a goal": "UPDATE statements_performanceform SET goal = '别的'",
    "the unit's name on the cover": "UPDATE statements_disclosure SET unit_name = '别的'",
    "the title": "UPDATE statements_disclosure SET title = '别的'",
    "the unit of amounts": "UPDATE statements_disclosure SET amount_unit = '元'",
    "the year": "UPDATE statements_disclosure SET year = 2021",
    "the number of the revision": "UPDATE statements_disclosure SET revision = 7",
    "the digest": "UPDATE statements_disclosure SET digest = ''",
    "a withdrawal that nobody took": "UPDATE statements_disclosure SET state = 'withdrawn', closed_at = published_at",
    "a withdrawal with its reason": "UPDATE statements_disclosure SET withdrawal_reason = '有误'",
    "the hour of publication": "UPDATE statements_disclosure SET published_at = NULL",
    "the file": "UPDATE statements_sourcedocument SET content = CAST('forged' AS {blob})",
    "the digest of the file": "UPDATE statements_sourcedocument SET sha256 = 'a'",
    "another file": "UPDATE statements_disclosure SET source_id = NULL",
    "findings": "DELETE FROM checks_brokenrule",
    "the count of findings": "UPDATE checks_checkrun SET broken = broken + 1",
    "the findings themselves": "UPDATE checks_checkrun SET content = CAST('x' AS {blob})",
    "an empty check run": "UPDATE checks_checkrun SET version = '', content = CAST('' AS {blob})",
    "a total": "UPDATE publication_codetotal SET amount = amount + 1",
    "totals that go": "DELETE FROM publication_codetotal",
    "the total of the year": "UPDATE publication_yeartotal SET expenditure = 1",
    "a name of a code": "UPDATE publication_printedname SET name = '别的' WHERE code = '201'",
    "names that go": "DELETE FROM publication_printedname",
    "a shortfall": "DELETE FROM publication_shortfall",
    "what the search shows": "UPDATE publication_searchentry SET title = '别的' WHERE kind = 'row'",
    "what the search finds": "DELETE FROM publication_searchentry WHERE kind = 'text'",
    "a unit in the search": "UPDATE publication_searchentry SET title = '别的' WHERE kind = 'unit'",
    "a term in the search": "UPDATE publication_searchentry SET text = '别的' WHERE kind = 'term'",
    "the publication number": "UPDATE publication_publicationcounter SET number = 0",
    "the number that goes": "DELETE FROM publication_publicationcounter",
    "the unit's code": "UPDATE statements_unit SET code = '011999'",
    "a step": "DELETE FROM publication_steptaken WHERE step = 'publish'",
    "the mark of what is made up": "UPDATE publication_publicationcounter SET has_made_up = TRUE",
}


@pytest.mark.parametrize("sql", TAMPERING.values(), ids=TAMPERING)
def test_what_was_changed_in_the_database_is_named(sql):
    sourced()
    tamper(sql.format(blob="BLOB" if connection.vendor == "sqlite" else "BYTEA"))
    assert list(all_differences())


@pytest.mark.parametrize("table", ["statements_expenditure", "statements_disclosure", "statements_sourcedocument"])
def test_a_guard_that_was_taken_away_is_named(table, published_2023):
    name = f"guard_{table}_update"
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else f" ON {table}"))
    assert any(name in sentence for sentence in all_differences())
    with as_owner():
        triggers.install(apps, connection)
    assert list(all_differences()) == []
