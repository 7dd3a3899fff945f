"""A list signed, served, verified by another program, and found out where anything about it was changed."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from disclosures.publication import workflow
from disclosures.publication.guarding import triggers
from disclosures.publication.guarding.guards import LIST_IS_FIXED
from disclosures.publication.signed import keys
from disclosures.publication.signed.models import DigestList
from disclosures.publication.verifying.signed import list_differences
from tests.building import build_unit, corrected_disclosure, published_disclosure
from tests.roles import as_owner

pytestmark = pytest.mark.django_db

NOW = timezone.now()
MONTHS = [f"{timezone.localtime(NOW):%Y-%m}", f"{timezone.localtime(NOW).replace(day=28) + timedelta(days=5):%Y-%m}"]


@pytest.fixture(autouse=True)
def own_key(settings, tmp_path):
    settings.SIGNING_KEY = tmp_path / "key.pem"
    return settings.SIGNING_KEY


@pytest.fixture
def sign(monkeypatch):
    """Sign a month as if it was over."""

    def later(month: str) -> DigestList:
        with monkeypatch.context() as patch:
            patch.setattr(timezone, "now", lambda: NOW + timedelta(days=100))
            call_command("sign_digests", month=month, verbosity=0)
        return DigestList.objects.get(month=month)

    return later


def test_a_list_holds_what_was_published_since_the_last(sign):
    first = published_disclosure()
    one = sign(MONTHS[0]).told()
    assert one["revisions"] == [["210400-011001/2023.r1", first.digest]]
    second = corrected_disclosure(first)
    two = sign(MONTHS[1]).told()
    assert two["revisions"] == [["210400-011001/2023.r2", second.digest]]
    assert two["previous"] == DigestList.objects.get(month=MONTHS[0]).sha256
    workflow.withdraw(second, "有误")
    assert list(list_differences()) == []


def test_what_is_made_up_is_in_no_list(sign):
    build_unit("900001", "虚构的单位")
    call_command("make_demo", disclosures=1, verbosity=0)
    assert sign(MONTHS[0]).told()["revisions"] == []
    assert list(list_differences()) == []


@pytest.mark.parametrize(("month", "told"), [("2099-01", "还没有过完"), ("2026-13", "不是月份")])
def test_only_a_month_that_is_over_is_signed(month, told):
    with pytest.raises(CommandError, match=told):
        call_command("sign_digests", month=month)


def test_a_month_is_signed_once(sign):
    sign(MONTHS[0])
    with pytest.raises(CommandError, match="只能往后签"):
        sign(MONTHS[0])


def test_another_program_verifies_what_the_site_serves(sign, client, tmp_path, published_2023):
    month = sign(MONTHS[0]).month
    assert [each["month"] for each in client.get("/digests/").json()["lists"]] == [month]
    for suffix in ("json", "sig", "pem"):
        answer = client.get(f"/digests/{month}.{suffix}")
        assert "immutable" in answer.headers["Cache-Control"]
        (tmp_path / suffix).write_bytes(answer.content)
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "pem", "-rawin", "-in", "json", "-sigfile", "sig"]
    assert b"Verified Successfully" in subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout
    (tmp_path / "json").write_bytes((tmp_path / "json").read_bytes().replace(b"r1", b"r2"))
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 1
    assert client.get("/digests/2020-01.json").status_code == 404


def test_a_list_is_neither_changed_nor_deleted(sign):
    sign(MONTHS[0])
    for attempt in (lambda rows: rows.update(signature=b""), lambda rows: rows.delete()):
        with as_owner(), pytest.raises(IntegrityError, match=LIST_IS_FIXED), transaction.atomic():
            attempt(DigestList.objects.all())


TAMPERING = {
    "another signature": ("UPDATE publication_digestlist SET signature = content", "签名与内容不符"),
    "a list that goes": ("DELETE FROM publication_digestlist WHERE month = '{0}'", "接不上"),
    "the last list goes": ("DELETE FROM publication_digestlist WHERE month = '{1}'", "不在签名的清单里"),
    "another month": ("UPDATE publication_digestlist SET month = '2020-01' WHERE month = '{0}'", "接不上"),
    "another digest": ("UPDATE statements_disclosure SET digest = 'f' WHERE revision = 1", "签名的校验码不符"),
    "a revision that goes": ("UPDATE statements_disclosure SET revision = 7 WHERE revision = 1", "签名的校验码不符"),
}


@pytest.mark.parametrize(("sql", "told"), TAMPERING.values(), ids=TAMPERING)
def test_what_was_changed_is_named(sql, told, sign):
    first = published_disclosure()
    sign(MONTHS[0])
    corrected_disclosure(first)
    sign(MONTHS[1])
    with as_owner(), connection.cursor() as cursor:
        triggers.lift(connection)
        cursor.execute(sql.format(*MONTHS))
        triggers.install(apps, connection)
    assert any(told in sentence for sentence in list_differences())


def test_a_list_of_another_key_is_named_and_a_former_key_is_known(sign, own_key: Path):
    sign(MONTHS[0])
    former = keys.written(keys.signing_key().public_key())
    own_key.unlink()
    assert any("不是用这个网站的密钥签的" in sentence for sentence in list_differences())
    keys.signing_key()
    assert any("不是用这个网站的密钥签的" in sentence for sentence in list_differences())
    own_key.write_text(own_key.read_text() + former)
    assert list(list_differences()) == []
    assert own_key.stat().st_mode & 0o077 == 0
