"""What a change makes old is gone from disk, and nothing else is where it is plain what has changed."""

import json
from pathlib import PurePosixPath

import pytest

from disclosures.checks.models import Answer as Said
from disclosures.classification.models import Region
from disclosures.publication import workflow
from disclosures.publication.history import StepTaken
from disclosures.publication.models import PublicationCounter, pages_changed
from disclosures.serving.asking import Answer
from disclosures.serving.keeping import changes, following
from disclosures.serving.keeping.following import Follower
from disclosures.serving.keeping.tree import Tree
from disclosures.statements.models import Disclosure
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db

HEADERS = [("content-type", "text/html"), ("etag", '"a"'), ("cache-control", "public")]
UNIT = "210400-011001"
OWN = (f"units/{UNIT}/2023/index.html", f"en/units/{UNIT}/2023/checks/index.html", f"units/{UNIT}/2023.r1/index.html",
       f"units/{UNIT}/2023.zip", f"units/{UNIT}/2023.r1.zip")  # fmt: skip
OTHERS = (f"units/{UNIT}/2022/index.html", "units/210400-011002/2023/index.html", f"en/units/{UNIT}/2022/index.html")
OF_THE_SITE = ("data/2023.csv", "checks.csv")


@pytest.fixture
def disclosure(published_2023):
    return Disclosure.objects.get(pk=published_2023.pk)


@pytest.fixture
def tree(tmp_path, disclosure) -> Tree:
    """With something at each place, and seen as the database is now."""
    tree = Tree(tmp_path / "pages", "build")
    tree.begin()
    Follower(tree).look()
    for place in (*OWN, *OTHERS, *OF_THE_SITE):
        assert tree.put(PurePosixPath("site", place), Answer(200, HEADERS, b"x"), lambda: True)
    return tree


def there(tree: Tree) -> set[str]:
    """What both the site and a proxy would find."""
    heads = {str(path.relative_to(tree.heads / "site")) for path in tree.heads.rglob("*") if path.is_file()}
    pages = {str(path.relative_to(tree.pages / "site")) for path in tree.pages.rglob("*") if path.is_file()}
    assert {f"{place}.gz" for place in heads} == pages
    return heads


@pytest.fixture(params=["one process", "another process"])
def follower(request, tree):
    """The one that has seen everything before, or one that knows of it from a file."""
    seeing = Follower(tree)
    if request.param == "one process":
        seeing.look()
    return seeing


def test_a_withdrawal_takes_away_the_edition_and_what_shows_several(follower, tree, disclosure):
    workflow.withdraw(disclosure, "有误")
    assert follower.look() == {(UNIT, 2023)}
    assert there(tree) == set(OTHERS)


def test_a_correction_takes_away_every_revision(follower, tree, disclosure):
    draft = workflow.revise(disclosure)
    assert there(tree) == {*OWN, *OTHERS, *OF_THE_SITE}
    workflow.submit(draft)
    workflow.publish(draft)
    assert follower.look() == {(UNIT, 2023)}
    assert there(tree) == set(OTHERS)


def test_another_unit_takes_nothing_of_this_one_away(follower, tree):
    published_disclosure(unit_code="011002")
    assert follower.look() == {("210400-011002", 2023)}
    assert there(tree) == {*OWN, *OTHERS} - {"units/210400-011002/2023/index.html"}


def test_an_answer_takes_away_the_edition_alone(follower, tree, disclosure):
    said = Said.objects.create(disclosure=disclosure, finding="0123456789", text="因四舍五入。")
    assert follower.look() == {(UNIT, 2023)}
    assert there(tree) == {*OTHERS, *OF_THE_SITE}
    said.text = "印错了。"
    said.save()
    assert follower.look() == {(UNIT, 2023)}


def test_a_name_may_stand_anywhere(follower, tree):
    region = Region.objects.get(pk="210400")
    region.name = "新抚"
    region.save()
    assert follower.look() == set()
    assert there(tree) == set()


def test_nothing_goes_where_nothing_has_changed(follower, tree):
    assert follower.look() == follower.look() == set()
    assert there(tree) == {*OWN, *OTHERS, *OF_THE_SITE}


def test_everything_goes_where_it_is_not_plain_what_has_changed(follower, tree):
    PublicationCounter.advance()
    follower.look()
    assert there(tree) == set()


def test_everything_goes_with_another_database(follower, tree, monkeypatch):
    """One that was restored, with the same numbers."""
    follower.look()
    rows = changes._rows
    monkeypatch.setattr(changes, "_rows", lambda found: rows((pk, "then", *rest) for pk, _, *rest in found))
    Follower(tree).look()
    assert there(tree) == set()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"numbers": [1]}', '{"numbers": 1, "steps": {}, "answers": {}}'])
def test_everything_goes_where_the_file_is_damaged(tree, damage):
    (tree.root / "position.json").write_text(damage)
    Follower(tree).look()
    assert there(tree) == set()


def test_many_steps_are_not_remembered_for_ever(tree, disclosure, monkeypatch):
    monkeypatch.setattr(changes, "_REMEMBERED", 3)
    follower = Follower(tree)
    for _ in range(4):
        draft = workflow.revise(Disclosure.objects.get(state="published"))
        workflow.submit(draft)
        workflow.publish(draft)
        assert follower.look() == {(UNIT, 2023)}
    assert StepTaken.objects.count() > 8
    assert len(json.loads((tree.root / "position.json").read_text())["steps"]) == 3
    assert there(tree) == set(OTHERS)


def test_who_changes_something_takes_it_away_itself(tree, disclosure, settings, django_capture_on_commit_callbacks):
    settings.PAGES_DIR = tree.root
    following.follower.cache_clear()
    with django_capture_on_commit_callbacks(execute=True):
        workflow.withdraw(disclosure, "有误")
    assert there(tree) == set(OTHERS)
    following.follower.cache_clear()


def test_where_nothing_was_ever_kept_nothing_is_done(tmp_path, settings):
    settings.PAGES_DIR = tmp_path / "none"
    following.follower.cache_clear()
    pages_changed.send(sender=PublicationCounter)
    assert not settings.PAGES_DIR.exists()
    following.follower.cache_clear()
