"""Answers by ETag: 304 for who has the answer, a new one as soon as anything that it depends on has changed."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.http import Http404, HttpResponse
from django.utils import timezone

from disclosures.addresses.keys import EditionKey, UnitKey
from disclosures.checks.models import Answer
from disclosures.classification.codes import FUNCTIONAL
from disclosures.classification.models import Code, Region
from disclosures.publication import caching, workflow
from disclosures.statements.models import Unit
from tests.building import build_unit, published_disclosure

pytestmark = pytest.mark.django_db

KEY = UnitKey("210400", "011001")


@caching.of_the_site
def site(request):
    return HttpResponse("site")


@caching.of_a_disclosure
def page(request, disclosure, edition):
    return HttpResponse(f"{disclosure.unit_name} {edition}")


def etag_of_site(rf, address="/"):
    return site(rf.get(address)).headers["ETag"]


def etag_of_page(rf, edition, address="/page/"):
    return page(rf.get(address), unit=KEY, edition=edition).headers["ETag"]


def replace(disclosure):
    draft = workflow.revise(disclosure)
    workflow.submit(draft)
    workflow.publish(draft)
    return draft


def test_who_has_the_answer_gets_304_without_a_body(rf, published_2023):
    first = page(rf.get("/page/"), unit=KEY, edition=EditionKey(2023))
    assert first.content.decode() == "抚顺市信访局 2023"
    again = page(rf.get("/page/", headers={"if-none-match": first["ETag"]}), unit=KEY, edition=EditionKey(2023))
    assert (again.status_code, again.content) == (304, b"")
    assert (again["ETag"], again["Cache-Control"]) == (first["ETag"], first["Cache-Control"])


def test_a_304_costs_the_look_up_alone(rf, django_assert_num_queries, published_2023):
    etag = etag_of_page(rf, EditionKey(2023))
    with django_assert_num_queries(1):
        page(rf.get("/page/", headers={"if-none-match": etag}), unit=KEY, edition=EditionKey(2023))


def test_every_address_and_option_has_an_etag_of_its_own(rf, published_2023):
    tags = {etag_of_page(rf, EditionKey(2023), address) for address in ("/a/", "/b/", "/a/?unit=yuan", "/a/?unit=yi")}
    assert len(tags) == 4


def test_a_page_of_one_disclosure_stays_the_same_while_others_are_published(rf, published_2023):
    before = etag_of_page(rf, EditionKey(2023)), etag_of_site(rf)
    published_disclosure(unit_code="011002")
    after = etag_of_page(rf, EditionKey(2023)), etag_of_site(rf)
    assert before[0] == after[0]
    assert before[1] != after[1]


def test_a_new_revision_changes_the_current_page_and_what_the_old_one_says(rf, published_2023):
    before = etag_of_page(rf, EditionKey(2023)), etag_of_page(rf, EditionKey(2023, 1))
    second = replace(published_2023)
    replaced = etag_of_page(rf, EditionKey(2023)), etag_of_page(rf, EditionKey(2023, 1))
    assert not set(before) & set(replaced)
    workflow.withdraw(second, "有误")  # the old one can no longer lead to a current one
    assert etag_of_page(rf, EditionKey(2023, 1)) != replaced[1]


def test_a_new_version_of_the_code_is_a_new_answer(rf, monkeypatch):
    before = etag_of_site(rf)
    monkeypatch.setattr(caching, "build", lambda: "another version")
    assert etag_of_site(rf) != before


def test_the_version_is_read_off_the_files_of_the_site(settings, tmp_path):
    (tmp_path / "static").mkdir()
    settings.BASE_DIR = tmp_path
    versions = set()
    for text in ("a", "b", "a"):
        (tmp_path / "static" / "site.css").write_text(text)
        versions.add(caching.version.__wrapped__())
    assert len(versions) == 2


@pytest.mark.parametrize("edition", [EditionKey(2022), EditionKey(2023, 2)])
def test_a_disclosure_that_is_not_public_is_not_found(rf, edition, published_2023):
    with pytest.raises(Http404):
        page(rf.get("/page/"), unit=KEY, edition=edition)


def test_only_reading_is_answered(rf):
    assert site(rf.post("/")).status_code == 405


def test_what_the_unit_answers_to_a_finding_changes_the_pages_of_that_revision_alone(rf, published_2023):
    published_disclosure(year=2022)
    before = etag_of_page(rf, EditionKey(2023)), etag_of_page(rf, EditionKey(2022))
    answer = Answer.objects.create(disclosure=published_2023, finding="0123456789", text="因四舍五入。")
    answered = etag_of_page(rf, EditionKey(2023)), etag_of_page(rf, EditionKey(2022))
    assert answered[0] != before[0]
    assert answered[1] == before[1]
    answer.text = ""
    answer.save()
    assert etag_of_page(rf, EditionKey(2023)) not in (before[0], answered[0])


def test_where_a_unit_lies_is_part_of_its_pages_and_of_the_lists(rf, published_2023):
    seen = [(etag_of_page(rf, EditionKey(2023)), etag_of_site(rf))]
    call_command("load_codes")  # 抚顺市 gets its province
    seen.append((etag_of_page(rf, EditionKey(2023)), etag_of_site(rf)))
    region = Region.objects.get(code="210400")
    region.name = "抚顺"
    region.save()
    seen.append((etag_of_page(rf, EditionKey(2023)), etag_of_site(rf)))
    call_command("load_codes")  # nothing differs but the name that is the staff's
    assert (etag_of_page(rf, EditionKey(2023)), etag_of_site(rf)) == seen[-1]
    assert len({page for page, _ in seen}) == len({site for _, site in seen}) == 3


def renamed(model, **lookup):
    """Give the row another name, as its page in the admin does."""
    row = model.objects.get(**lookup)
    row.name = f"{row.name}（新）"
    row.save()


@pytest.mark.parametrize(
    ("model", "lookup"),
    [
        (Unit, {"code": "011001"}),
        (Region, {"code": "210400"}),
        (Code, {"scheme": FUNCTIONAL, "code": "2010308"}),
    ],
)
def test_a_new_name_that_pages_show_makes_every_answer_new(rf, published_2023, model, lookup):
    Code.objects.get_or_create(scheme=FUNCTIONAL, code="2010308", defaults={"name": "信访事务"})
    before = etag_of_page(rf, EditionKey(2023)), etag_of_page(rf, EditionKey(2023, 1)), etag_of_site(rf)
    renamed(model, **lookup)
    after = etag_of_page(rf, EditionKey(2023)), etag_of_page(rf, EditionKey(2023, 1)), etag_of_site(rf)
    assert not set(before) & set(after)


def test_a_unit_that_is_added_makes_nothing_new(rf, published_2023):
    before = etag_of_page(rf, EditionKey(2023))
    build_unit("011009")
    assert etag_of_page(rf, EditionKey(2023)) == before


def test_an_answer_makes_pages_new_where_the_clock_was_put_back(rf, monkeypatch, published_2023):
    beside = [Answer.objects.create(disclosure=published_2023, finding=key * 10, text="因四舍五入。") for key in "12"]
    before = etag_of_page(rf, EditionKey(2023))
    past = timezone.now() - timedelta(days=365)
    monkeypatch.setattr("django.utils.timezone.now", lambda: past)
    for text in ("印错了。", "没有印错。"):
        beside[0].text = text
        beside[0].save()
        before, earlier = etag_of_page(rf, EditionKey(2023)), before
        assert before != earlier
