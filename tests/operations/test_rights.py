"""The role that serves the site owns nothing: it can do its work, which all other tests show, and no more."""

import psycopg
import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection

from disclosures.operations.rights import RoleError, grant
from tests.operations.conftest import manage
from tests.roles import as_owner

OWNER, SITE = "owner_of_the_site", "site"


def as_role(url: str, role: str) -> str:
    return url.replace("//tests@", f"//{role}@")


@pytest.fixture(scope="module")
def owned(new_postgresql) -> str:
    """A database whose tables one role owns while another serves the site."""
    url = new_postgresql()
    with psycopg.connect(url, autocommit=True) as there:
        there.execute(f"CREATE ROLE {OWNER} LOGIN")
        there.execute(f"CREATE ROLE {SITE} LOGIN")
        there.execute(f"GRANT CREATE ON SCHEMA public TO {OWNER}")
    manage(as_role(url, OWNER), "migrate", APPLICATION_ROLE=SITE)
    manage(as_role(url, SITE), "make_demo", "--disclosures", "1")
    return url


@pytest.mark.parametrize(
    "attempt",
    [
        "DROP TRIGGER guard_statements_expenditure_update ON statements_expenditure",
        "ALTER TABLE statements_expenditure DISABLE TRIGGER USER",
        "ALTER TABLE statements_expenditure DROP COLUMN name",
        "ALTER TABLE statements_expenditure OWNER TO site",
        "TRUNCATE statements_expenditure CASCADE",
        "DROP TABLE statements_expenditure CASCADE",
        "DROP FUNCTION guard_statements_expenditure_update CASCADE",
        "CREATE OR REPLACE FUNCTION guard_statements_expenditure_update() RETURNS trigger LANGUAGE plpgsql "
        "AS $$ BEGIN RETURN NEW; END $$",
        "CREATE RULE away AS ON INSERT TO audit_change DO INSTEAD NOTHING",
        "CREATE TABLE public.another (id int)",
        "SET session_replication_role = replica",
        f"SET ROLE {OWNER}",
        "UPDATE audit_change SET by_name = 'x'",
        "DELETE FROM audit_change",
        "DELETE FROM django_migrations",
        "COPY statements_unit TO PROGRAM 'cat'",
    ],
)
def test_the_role_of_the_site_cannot(attempt, owned):
    with psycopg.connect(as_role(owned, SITE)) as there, pytest.raises(psycopg.errors.InsufficientPrivilege):
        there.execute(attempt)


def test_migrate_gives_exactly_these_rights_again(owned):
    with psycopg.connect(owned) as there:
        there.execute(f"GRANT ALL ON audit_change TO {SITE}")
        there.execute(f"REVOKE ALL ON statements_unit FROM {SITE}")
    manage(as_role(owned, OWNER), "migrate", APPLICATION_ROLE=SITE)
    with psycopg.connect(owned) as there:
        granted = (
            "SELECT privilege_type FROM information_schema.table_privileges WHERE grantee = %s AND table_name = %s"
        )
        assert set(there.execute(granted, [SITE, "audit_change"])) == {("SELECT",), ("INSERT",)}
        assert len(set(there.execute(granted, [SITE, "statements_unit"]))) == 4


def test_the_check_for_public_sites_tells_who_owns(owned):
    check = ("check", "--deploy", "--database", "default", "--tag", "database", "--fail-level", "WARNING")
    assert "operations.W001" not in manage(as_role(owned, SITE), *check)
    assert "operations.W001" in manage(as_role(owned, OWNER), *check, status=1)


@pytest.mark.django_db
def test_the_role_of_these_tests_owns_nothing_either():
    check = {"databases": ["default"], "deploy": True, "tags": ["database"], "fail_level": "WARNING"}
    call_command("check", **check)
    if connection.vendor == "postgresql":
        with as_owner(), pytest.raises(SystemCheckError, match="W001"):
            call_command("check", **check)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles")
@pytest.mark.parametrize(
    ("role", "told"), [("nobody_at_all", "没有 nobody_at_all 这个角色"), ("tests", "与拥有者同权")]
)
@pytest.mark.django_db
def test_an_owner_or_nobody_is_not_given_rights(role, told):
    with as_owner(), pytest.raises(RoleError, match=told):
        grant(role, connection)
