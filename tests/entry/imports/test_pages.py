"""From a file in the browser to a draft: nothing is saved before it is accepted, and once is once."""

from hashlib import sha256

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from disclosures.classification.models import Region
from disclosures.entry.imports.background import read_upload
from disclosures.entry.models import Progress, UploadedFile
from disclosures.statements.models import Disclosure, Unit

SAMPLE = settings.BASE_DIR / "tests" / "documents" / "fushun-petition-office-2023.xlsx"
NAME = "中共辽宁省抚顺市委抚顺市人民政府信访局（本级）"
LIST = reverse("admin:entry_uploadedfile_changelist")


@pytest.fixture
def unit(db):
    region, _ = Region.objects.get_or_create(code="210400", defaults={"name": "抚顺市"})
    return Unit.objects.create(region=region, code="011001", name=NAME)


@pytest.fixture
def clerk(admin_client, unit):
    return admin_client


@pytest.fixture
def page(clerk):
    """The page of the sample, uploaded and read."""
    answer = clerk.post(LIST, {"files": [SimpleUploadedFile("决算.xlsx", SAMPLE.read_bytes())]}, follow=True)
    assert "收下 1 份文件" in answer.text
    upload = UploadedFile.objects.get()
    read_upload.call(upload.pk)
    return reverse("admin:entry_uploadedfile_change", args=[upload.pk])


def test_the_preview_shows_what_was_read_and_saves_nothing(clerk, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        answer = clerk.get(page).text
    assert "收入支出决算总表" in answer
    assert "将建立第 1 版草稿" in answer
    assert f'<option value="{Unit.objects.get().pk}" selected>' in answer
    assert not Disclosure.objects.exists()
    with django_assert_max_num_queries(25):
        assert Progress.READ.label in clerk.get(LIST).text


def test_accepting_twice_saves_once_with_the_file(clerk, page, unit):
    data = {"do": "accept", "unit": unit.pk, "year": 2023}
    assert "已存为草稿" in clerk.post(page, data, follow=True).text
    assert "没有再存一次" in clerk.post(page, data, follow=True).text
    disclosure = Disclosure.objects.get()
    assert disclosure.source.sha256 == sha256(SAMPLE.read_bytes()).hexdigest()
    assert disclosure.source.name == "决算.xlsx"
    assert UploadedFile.objects.get().disclosure == disclosure


def test_another_year_is_refused_and_the_file_stays(clerk, page, unit):
    answer = clerk.post(page, {"do": "accept", "unit": unit.pk, "year": 2022}, follow=True)
    assert "文件是 2023 年度的，不是 2022 年度的。" in answer.text
    assert not Disclosure.objects.exists()
    assert UploadedFile.objects.get().state == Progress.READ


def test_the_file_of_another_unit_and_an_existing_draft_are_asked_about(clerk, page, unit):
    other = Unit.objects.create(region=unit.region, code="012001", name="抚顺市档案局")
    Disclosure.objects.create(unit=other, year=2023, revision=1, unit_name=other.name)
    data = {"do": "accept", "unit": other.pk, "year": 2023}
    answer = clerk.post(page, data).text
    assert "文件上的单位是“中共辽宁省抚顺市委抚顺市人民政府信访局（本级）”，选的是“抚顺市档案局”" in answer
    assert "已有第 1 版草稿，整份将由这份文件替换" in answer
    assert UploadedFile.objects.get().state == Progress.READ
    assert "已存为草稿" in clerk.post(page, data | {"confirmed": "on"}, follow=True).text
    assert Disclosure.objects.get().unit == other


def test_a_file_put_aside_cannot_be_accepted(clerk, page, unit):
    clerk.post(page, {"do": "discard"})
    assert UploadedFile.objects.get().state == Progress.DISCARDED
    clerk.post(page, {"do": "accept", "unit": unit.pk, "year": 2023})
    assert not Disclosure.objects.exists()


def test_without_the_right_there_are_no_pages_and_nobody_sees_another_ones_file(client, page):
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert client.get(LIST).status_code == 403
    assert client.get(page).status_code == 403
    client.force_login(User.objects.create_superuser("other"))
    assert client.get(page).status_code == 404
