"""The guide for staff says what is declared, and is a page of the admin."""

import pytest
from django.urls import reverse

from disclosures.entry.guide import FILE, renewed
from disclosures.staff.rights import RIGHTS
from disclosures.staff.roles import Role
from tests.staff.staffed import member


def test_its_tables_are_as_the_declarations_have_them():
    text = FILE.read_text()
    assert renewed(text) == text, "run manage.py renew_guide"


def test_it_names_every_right_and_every_role():
    text = FILE.read_text()
    for right in RIGHTS:
        assert f"| {right.title} |" in text
    assert all(str(role.label) in text for role in Role)


def test_every_field_says_what_goes_in():
    rows = [
        line.split("|")
        for line in FILE.read_text().partition("<!-- fields -->")[2].splitlines()
        if line.startswith("| ")
    ]
    assert len(rows) > 40
    assert not [row for row in rows if not row[3].strip()]


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_everybody_who_works_here_reads_it(client, role):
    client.force_login(member(role))
    page = client.get(reverse("guide")).content.decode()
    assert "谁能做什么" in page
    assert "<table>" in page
    assert reverse("guide") in client.get(reverse("admin:index")).content.decode()


@pytest.mark.django_db
def test_nobody_else_does(client):
    assert client.get(reverse("guide")).status_code == 302
