"""axe-core finds nothing to complain of on any kind of page, light and dark, wide and on a phone."""

import pytest
from django.urls import Resolver404, resolve

from disclosures.pages import urls
from disclosures.pages.finders import BUNDLE
from disclosures.pages.general import PAGES
from disclosures.pages.language import plain
from disclosures.publication import workflow
from disclosures.publication.current import public_revision
from tests.browser.conftest import import_sample
from tests.building import published_disclosure

pytestmark = pytest.mark.django_db(transaction=True)

CHECKER = BUNDLE / "axe.min.js"
RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast", "link-in-text-block"],  # the dark has other colours, and nothing else
}
UNIT = "/units/210400-011001/"
OF_THE_SITE = (
    *(f"/{page.path}" for page in PAGES), "/units/?sort=spent", UNIT, "/codes/function/2010308/",
    "/codes/economic/30201/", "/compare/?a=210400-011001-2023&b=210400-011001-2022&table=03",
    "/search/?q=信访", "/search/?q=信访&kind=row", "/search/?q=没有的",
    "/ask/210400-011001/2023/?table=03&row=201&column=1", "/en/ask/210400-011001/2023/", "/mail/sent/",
    "/mail/?feed=/units/210400-011001/feed.atom", "/en/mail/",
    "/nowhere/", f"{UNIT}2019/", "/en/", "/en/units/", f"/en{UNIT}", "/en/search/?q=信访", "/en/checks/", "/en/forms/",
    "/en/nowhere/", "/questions/receptions/", "/questions/three-public/?sort=over", "/en/regions/",
)  # fmt: skip
OF_A_DISCLOSURE = (
    "2023/", "2023/tables/01/", "2023/tables/02/", "2023/tables/03/", "2023/tables/03/?code=20805",
    "2023/tables/03/?sort=project_expenditure", "2023/tables/04/", "2023/tables/06/", "2023/tables/07/",
    "2023/tables/08/", "2023/tables/03/cite/?row=201", "2023/cite/", "2023/changes/", "2023/performance/",
    "2023/performance/1/", "2023/performance/2/", "2023/narrative/", "2023/source/", "2023/checks/",
    "2023/matters/", "2023/tables/03/?embed=1", "2023/tables/01/?embed=1", "2023/tables/03/?embed=chart",
    "2023/tables/01/?embed=chart",
    "2023/performance/2/?embed=1", "2023/performance/2/?embed=chart", "2023/steps/", "2023/sheet/",
)  # fmt: skip
OF_OLDER_REVISIONS = (
    "2023.r1/", "2023.r1/tables/03/", "2023.r1/changes/", "2023.r1/tables/03/cite/", "2023.r1/performance/2/",
    "2023.r1/narrative/", "2023.r1/checks/", "2023.r1/tables/03/?embed=1", "2021.r1/", "2021.r1/tables/03/",
    "2021.r1/tables/03/?embed=1",
)  # fmt: skip
IN_ENGLISH = (
    "2023/", "2023/tables/01/", "2023/tables/03/", "2023/tables/08/", "2023/performance/2/", "2023/narrative/",
    "2023/checks/", "2023/cite/", "2023.r1/changes/",
)  # fmt: skip
GROUPS = {
    "site": OF_THE_SITE,
    "disclosure": [UNIT + path for path in OF_A_DISCLOSURE],
    "revisions and English": [
        *(UNIT + path for path in OF_OLDER_REVISIONS),
        *(f"/en{UNIT}{path}" for path in IN_ENGLISH),
    ],
}
TOGETHER = 8  # addresses of one test: processes that run tests share out what is small
PARTS = {
    f"{group}, from {start + 1}": addresses[start : start + TOGETHER]
    for group, addresses in GROUPS.items()
    for start in range(0, len(addresses), TOGETHER)
}
RUN = """async (rules) => (await axe.run(document, {runOnly: rules, resultTypes: ['violations']})).violations.map(
  one => `${one.id}, ${one.nodes.length} times: ${one.nodes[0].target.join(' ')} ${one.nodes[0].failureSummary}`)"""
# Every chart that is to be seen is drawn: those of which a picture is better where there is little room stay pictures.
DRAWN = """() => [...document.querySelectorAll('[data-chart] .drawing')].every(box =>
  box.getBoundingClientRect().top > innerHeight || box.matches('.is-drawn')
  || (box.clientWidth < 480 && box.querySelector('.picture.lasting'))
  || (innerWidth < 1000 && box.querySelector('.picture:is(.narrow, .lasting)')))"""


def make_site() -> None:
    """The sample with a correction, another year of its unit, and one that was withdrawn."""
    import_sample()
    draft = workflow.revise(public_revision("210400", "011001", 2023))
    draft.change_note = "录入有误。"
    draft.save()
    line = draft.lines("03").get(code="2010308")
    line.set_printed("project_expenditure", "631.00", draft.precision)
    line.save()
    workflow.submit(draft)
    workflow.publish(draft)
    published_disclosure(year=2022)
    workflow.withdraw(published_disclosure(year=2021), "数据有误")


@pytest.fixture
def site(live_server, have, settings) -> str:
    settings.MAIL_ALERTS = True
    have(make_site)
    return live_server.url


def name_of(address: str) -> str:
    """What the configuration of addresses calls the kind of page; "" for an address that it does not know."""
    try:
        return resolve(plain(address).partition("?")[0]).url_name
    except Resolver404:
        return ""


# Their addresses are told to one reader alone; `test_asking` and `test_mail` look at them.
OF_ONE_READER = {"asked", "mail_confirm", "mail_leave"}


def test_every_kind_of_page_is_looked_at():
    kinds = {one.name for one in urls.urlpatterns if not str(one.pattern).endswith(".json")}
    assert kinds - OF_ONE_READER | {""} == {name_of(address) for addresses in GROUPS.values() for address in addresses}


@pytest.mark.skipif(not CHECKER.exists(), reason="no axe-core; python -m bundle fetches it")
@pytest.mark.parametrize("scheme", RULES)
@pytest.mark.parametrize("part", PARTS)
def test_every_kind_of_page_is_accessible(part, scheme, site, new_page):
    page = new_page(color_scheme=scheme)
    checker = CHECKER.read_text(encoding="utf-8")
    found = []
    for address in PARTS[part]:
        page.set_viewport_size({"width": 1280, "height": 900})
        answer = page.goto(site + address)
        assert answer.status == (404 if "nowhere" in address or "2019" in address else 200), address
        page.evaluate(checker)  # through the debugger, which the policy of the page does not bind
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_function(DRAWN)
            found += [f"{address} {width} {scheme} {violation}" for violation in page.evaluate(RUN, RULES[scheme])]
    assert not found, "\n".join(found)


@pytest.mark.skipif(not CHECKER.exists(), reason="no axe-core; python -m bundle fetches it")
@pytest.mark.parametrize("scheme", RULES)
def test_pale_letters_would_be_complained_of(scheme, page):
    page.set_content("<!doctype html><html lang=zh><title>灰</title><main><h1 style='color:#ddd'>看不清</h1></main>")
    page.evaluate(CHECKER.read_text(encoding="utf-8"))
    assert [found.partition(",")[0] for found in page.evaluate(RUN, RULES[scheme])] == ["color-contrast"]
