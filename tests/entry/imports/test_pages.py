"""From a file in the browser to a draft: nothing is saved before it is taken, and once is once."""

from hashlib import sha256

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile

from disclosures.entry.imports.background import read_upload
from disclosures.entry.imports.uploads import receive
from disclosures.entry.models import Progress, UploadedFile
from disclosures.staff.roles import Role
from disclosures.statements.models import Disclosure, Unit
from tests.entry.imports.uploading import LIST, NAME, SAMPLE, WHOLE, page_of, sample_unit, taken, uploaded
from tests.staff.staffed import member


@pytest.fixture
def unit(db):
    return sample_unit()


@pytest.fixture
def clerk(admin_client, unit):
    return admin_client


@pytest.fixture
def page(clerk):
    """The page of the sample, uploaded and read."""
    return uploaded(clerk, SAMPLE.read_bytes())


def test_the_preview_shows_what_was_read_and_saves_nothing(clerk, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        answer = clerk.get(page).text
    assert "收入支出决算总表" in answer
    assert "取用后建立第 1 版草稿" in answer
    assert f'value="210400-011001 {NAME}"' in answer
    assert not Disclosure.objects.exists()
    with django_assert_max_num_queries(25):
        assert Progress.READ.label in clerk.get(LIST).text


def test_accepting_twice_saves_once_with_the_file(clerk, page):
    assert "已存为草稿" in taken(clerk, page)
    assert "没有再存一次" in taken(clerk, page)
    disclosure = Disclosure.objects.get()
    assert disclosure.source.sha256 == sha256(SAMPLE.read_bytes()).hexdigest()
    assert disclosure.source.name == "决算.xlsx"
    assert UploadedFile.objects.get().disclosure == disclosure


def test_another_year_is_refused_and_the_file_stays(clerk, page):
    clerk.post(page, {"do": "assign", "unit": "210400-011001", "year": 2022})
    assert "文件是 2023 年度的，不是 2022 年度的。" in clerk.get(page).text
    taken(clerk, page)
    assert not Disclosure.objects.exists()
    assert UploadedFile.objects.get().state == Progress.READ


def test_the_file_of_another_unit_is_asked_about(clerk, page):
    other = sample_unit("012001", "抚顺市档案局")
    clerk.post(page, {"do": "assign", "unit": "210400-012001", "year": 2023})
    answer = taken(clerk, page)
    assert f"文件上的单位是“{NAME}”，选的是“抚顺市档案局”；确实要存，请打勾。" in answer
    assert UploadedFile.objects.get().state == Progress.READ
    assert "已存为草稿" in taken(clerk, page, confirmed="on")
    assert Disclosure.objects.get().unit == other


def test_a_file_put_aside_cannot_be_accepted(clerk, page):
    clerk.post(page, {"do": "discard"})
    assert UploadedFile.objects.get().state == Progress.DISCARDED
    taken(clerk, page)
    assert not Disclosure.objects.exists()


def test_without_the_right_there_are_no_pages_and_nobody_sees_another_ones_file(client, page):
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert client.get(LIST).status_code == 403
    assert client.get(page).status_code == 404
    client.force_login(User.objects.create_superuser("other"))
    assert client.get(page).status_code == 404
    client.force_login(member(Role.REVIEWER))
    assert client.get(page).status_code == 404


def test_a_clerk_takes_files_for_the_own_unit_alone(client, unit):
    sample_unit("011002", "抚顺市档案局")
    client.force_login(member(Role.CLERK))
    page = uploaded(client, SAMPLE.read_bytes())
    answer = client.post(page, {"do": "assign", "unit": "210400-011002", "year": 2023}).text
    assert "没有“210400-011002”这个单位，或者不归您填报" in answer
    UploadedFile.objects.update(unit=Unit.objects.get(code="011002"))  # whatever somebody sends
    assert "请先选定单位和年度" in client.get(page).text
    taken(client, page)
    assert not Disclosure.objects.exists()
    client.post(page, {"do": "assign", "unit": NAME, "year": 2023})
    assert "已存为草稿" in taken(client, page)


def test_a_file_that_says_no_unit_and_no_year_is_shown_and_waits_for_them(clerk):
    page = uploaded(clerk, "公开03表 支出决算表\n金额单位：万元\n科目名称,本年支出合计\n合计,12.00\n".encode(), "a.csv")
    assert "请先选定单位和年度，再取用。" in clerk.get(page).text
    taken(clerk, page)
    assert not Disclosure.objects.exists()
    assert "请填年度。" in clerk.post(page, {"do": "assign", "unit": "210400-011001", "year": ""}).text


# ---------------------------------------------------------------------------------------------------------------------
# Many files
# ---------------------------------------------------------------------------------------------------------------------


def test_unit_and_year_of_each_file_are_changed_on_the_list(clerk, page):
    uploaded(clerk, WHOLE.read_bytes(), "说明.txt")
    first, second = UploadedFile.objects.order_by("pk")
    answer = clerk.get(LIST).text
    assert "与 <a" in answer
    assert "是同一单位同一年度" in answer
    data = {"do": "assign", f"file{first.pk}-unit": "x", f"file{first.pk}-year": 2023}
    data |= {f"file{second.pk}-unit": "210400-011001", f"file{second.pk}-year": 2022}
    answer = clerk.post(LIST, data).text
    assert "没有“x”这个单位" in answer
    second.refresh_from_db()
    assert second.year == 2022
    assert "是同一单位同一年度" not in clerk.get(LIST).text


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.xlsx", b"#!/bin/sh\nrm -rf /\n", "a.xlsx"),
        ("a.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
    ],
)
def test_what_cannot_be_read_says_so_on_the_list_and_on_its_page(clerk, name, content, expected):
    page = uploaded(clerk, content, name)
    assert expected in UploadedFile.objects.get().message
    assert UploadedFile.objects.get().message in clerk.get(LIST).text
    assert UploadedFile.objects.get().message in clerk.get(page).text


def test_a_list_of_many_files_takes_few_queries(clerk, admin_user, django_assert_max_num_queries):
    files = [
        SimpleUploadedFile(f"{n}.csv", f"公开03表 支出决算表\n金额单位：万元\n合计,{n}\n".encode()) for n in range(30)
    ]
    kept, _ = receive(admin_user, files)
    for upload in kept[:20]:
        read_upload.call(upload.pk)
    with django_assert_max_num_queries(25):
        answer = clerk.get(LIST).text
    assert "已读 20 / 30 份" in answer
    assert page_of(kept[0]) in answer
