"""New pages are made before anybody asks for them, by one process, and nothing is made of what was withdrawn."""

import asyncio

import pytest

from disclosures.publication import workflow
from disclosures.serving.keeping import keeper
from disclosures.serving.keeping.making import pages_of
from disclosures.statements.models import Disclosure
from tests.serving.in_process import Scope, ask, new_site, run, work_out

pytestmark = pytest.mark.django_db

EDITION = ("210400-011001", 2023)
FRONT = "/units/210400-011001/2023/"


def kept(site) -> set[str]:
    found = (path.relative_to(site.disk.tree.heads) for path in site.disk.tree.heads.rglob("*") if path.is_file())
    return {str(path) for path in found}


def make(site, *editions) -> None:
    work_out(site, lambda: site.keeper.keep(site.pools.dear, set(editions)))


def test_a_new_edition_is_made_under_every_name_by_which_readers_came(site):
    make(site, EDITION)
    assert kept(site) == set()  # nobody came yet
    for host in ("127.0.0.1", "localhost"):
        assert ask(site, Scope("/data/2023.csv", headers={"host": host})).status == 200
    make(site, EDITION)
    pages = {path.removeprefix("localhost") for path in kept(site) if path.startswith("localhost")}
    assert {f"{FRONT}index.html", f"{FRONT}tables/03/index.html", f"{FRONT}checks/index.html"} <= pages
    assert pages == {path.removeprefix("127.0.0.1") for path in kept(site) if path.startswith("127.0.0.1")}


def test_what_was_made_is_what_is_answered(site, monkeypatch):
    ask(site, Scope("/data/2023.csv"))
    make(site, EDITION)
    by_itself = ask(new_site(), Scope(f"{FRONT}tables/03/"))
    assert by_itself.status == 200
    site.disk.tree.drop_all()
    assert ask(new_site(), Scope(f"{FRONT}tables/03/")).body == by_itself.body


def test_nothing_is_made_of_what_was_withdrawn(site):
    ask(site, Scope("/data/2023.csv"))
    workflow.withdraw(Disclosure.objects.get(), "有误")
    site.watch.look()
    before = kept(site)
    make(site, EDITION)
    assert kept(site) == before


def test_what_the_database_tells_is_made_and_an_error_ends_nothing(site, monkeypatch):
    ask(site, Scope("/data/2023.csv"))
    draft = workflow.revise(Disclosure.objects.get())
    workflow.submit(draft)
    workflow.publish(draft)
    site.watch.look()
    made = []
    monkeypatch.setattr(keeper, "PAUSE", 0.01)

    async def keep(pool, new):
        made.append(new)
        raise RuntimeError("a mistake of ours")

    async def some_rounds():
        site.keeper.keep = keep
        site.keeper.start(asyncio.get_running_loop(), site.pools.dear)
        await asyncio.sleep(0.1)
        site.keeper.stop()

    run(some_rounds())
    assert made[0] == {EDITION}
    assert len(made) > 1


def test_readers_come_first(site, monkeypatch):
    ask(site, Scope("/data/2023.csv"))
    monkeypatch.setattr(keeper, "QUIET", 0.01)
    before, waited = kept(site), []

    def rested() -> float:
        """Somebody waits the first ten times that this is looked at, then nobody does."""
        waited.append(kept(site) == before)
        return 0.0 if len(waited) <= 10 else 1.0

    site.keeper._rested = rested
    make(site, EDITION)
    assert waited[:11] == [True] * 11
    assert kept(site) > before


def test_readers_who_keep_coming_do_not_hold_it_up_for_ever(site, monkeypatch):
    ask(site, Scope("/data/2023.csv"))
    monkeypatch.setattr(keeper, "QUIET", 0.01)
    monkeypatch.setattr(keeper, "PATIENCE", 0.1)
    monkeypatch.setattr(keeper, "pages_of", lambda edition, sites: pages_of(edition, sites)[:2])
    before = kept(site)
    site.keeper._rested = lambda: 0.0
    make(site, EDITION)
    assert len(kept(site) - before) == 2
