"""The register of the checks as files."""

import csv
import io
import json

import pytest

from disclosures.checks.register.rules import RULES, VERSION
from disclosures.publication import workflow
from disclosures.statements.models import Expenditure
from tests.answers import public_answer
from tests.building import build_disclosure

pytestmark = pytest.mark.django_db


def publish_with_a_wrong_total():
    disclosure = build_disclosure()
    Expenditure.objects.filter(disclosure=disclosure, code="").update(total_expenditure="13000000")
    workflow.submit(disclosure)
    workflow.publish(disclosure)


def test_json_has_every_rule_under_its_version_with_how_many_disclosures_break_it(client):
    publish_with_a_wrong_total()
    content = json.loads(public_answer(client, "/checks.json").content)
    assert content["version"] == VERSION
    rules = {rule["code"]: rule for rule in content["rules"]}
    assert list(rules) == [rule.code for rule in RULES]
    assert (rules["C1"]["broken_by"], rules["C1"]["kind"], rules["C1"]["exact"]) == (1, "accuracy", True)
    assert rules["C2"]["broken_by"] == 0


def test_csv_has_the_same_rules_in_words(client):
    publish_with_a_wrong_total()
    response = public_answer(client, "/checks.csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row["代号"] for row in rows] == [rule.code for rule in RULES]
    first = next(row for row in rows if row["代号"] == "C1")
    assert (first["类别"], first["尾差也算对不上"], first["对不上的公开份数"]) == ("数字是否对得上", "是", "1")
    assert response.headers["Content-Disposition"].startswith("attachment")


def test_another_kind_of_file_is_not_there(client):
    assert client.get("/checks.pdf").status_code == 404
