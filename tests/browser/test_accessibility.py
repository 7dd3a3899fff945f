"""axe-core finds nothing to complain of on any kind of page, light and dark, wide and on a phone."""

import pytest

from disclosures.pages.finders import BUNDLE

pytestmark = pytest.mark.django_db(transaction=True)

CHECKER = BUNDLE / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_THE_SITE = (
    "/", "/units/", "/units/210400-011001/", "/codes/", "/codes/function/2010308/", "/codes/economic/30201/",
    "/compare/?a=210400-011001-2023&table=03", "/indicators/", "/search/", "/search/?q=信访", "/forms/", "/glossary/",
    "/checks/", "/data/", "/en/", "/nowhere/",
)  # fmt: skip
OF_A_DISCLOSURE = (
    "", "tables/01/", "tables/02/", "tables/03/", "tables/03/?code=20805", "tables/04/", "tables/06/", "tables/07/",
    "tables/08/", "tables/03/cite/?row=201", "tables/03/?embed=1", "tables/03/?embed=chart", "cite/", "changes/",
    "performance/", "performance/1/", "performance/2/", "narrative/", "source/", "checks/",
)  # fmt: skip
RUN = """async (tags) => (await axe.run(document, {runOnly: tags, resultTypes: ['violations']})).violations.map(
  one => `${one.id}, ${one.nodes.length} times: ${one.nodes[0].target.join(' ')} ${one.nodes[0].failureSummary}`)"""


@pytest.mark.skipif(not CHECKER.exists(), reason="no axe-core; python -m bundle fetches it")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_kind_of_page_is_accessible(width, scheme, sample, new_page):
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    checker = CHECKER.read_text(encoding="utf-8")
    found = []
    site = sample.split("/units/")[0]
    for address in (*(site + path for path in OF_THE_SITE), *(sample + path for path in OF_A_DISCLOSURE)):
        answer = page.goto(address, wait_until="networkidle")
        assert answer.status == (404 if "nowhere" in address else 200), address
        page.evaluate(checker)  # through the debugger, which the policy of the page does not bind
        found += [f"{address.removeprefix(site)} {violation}" for violation in page.evaluate(RUN, TAGS)]
    assert not found, "\n".join(found)
