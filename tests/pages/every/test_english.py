"""The site in English: every page under /en/, every string translated, figures and documents as published."""

import gettext
import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import override

from disclosures.addresses import links
from disclosures.pages import general
from disclosures.pages.language import translated
from disclosures.statements.terms import gloss, term
from tests.answers import public_answer, public_page
from tests.building import published_disclosure
from tests.pages.every import messages
from tests.pages.every.test_every_page import QUERIES, UNIT

FOLDER = settings.LOCALE_PATHS[0] / "en" / "LC_MESSAGES"
PAGES = [address for address in QUERIES if "json" not in address]
PAGES += [f"{UNIT}2023/{page}/" for page in ("performance", "narrative", "changes", "cite", "tables/03/cite")]
PAGES += ["/search/?q=信访", f"{UNIT}2023/tables/03/?embed=1"]
PAGES += [f"/{page.path}" for page in general.PAGES if f"/{page.path}" not in QUERIES]
PLACE = re.compile(r"%\(\w+\)s|\{\w*\}")


@pytest.fixture(scope="module")
def catalogue():
    """The English words by the strings that they translate."""
    with (FOLDER / "django.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def test_every_string_that_is_marked_has_english_words(catalogue):
    assert sorted(messages.marked() - catalogue.keys()) == []
    assert [text for text, words in catalogue.items() if not words] == []


def test_no_template_of_a_public_page_holds_a_string_that_is_not_marked():
    folder = settings.BASE_DIR / "templates"
    files = [folder / "base.html", folder / "404.html", *folder.glob("_*.html"), *(folder / "pages").rglob("*.html")]
    files.remove(folder / "pages" / "components.html")  # staff alone see it
    unmarked = {file.name: messages.unmarked(file.read_text(encoding="utf-8")) for file in files}
    assert {name: words for name, words in unmarked.items() if words} == {}


def test_a_string_that_is_not_marked_is_found():
    assert messages.unmarked('<p>{% translate "空白" %}{{ a|default:_("没有") }} 年度</p>') == ["年度"]


def test_every_official_term_has_english_words(catalogue):
    assert sorted(messages.official() - catalogue.keys()) == []


def test_what_the_checks_say_for_every_disclosure_has_english_words(catalogue):
    assert sorted(messages.of_checks() - catalogue.keys()) == []


def test_the_catalogue_holds_nothing_that_no_page_uses(catalogue):
    assert sorted(catalogue.keys() - messages.marked() - messages.official() - messages.of_checks()) == []


def test_english_words_leave_the_same_places_for_figures_and_names(catalogue):
    different = [
        text for text, words in catalogue.items() if sorted(PLACE.findall(text)) != sorted(PLACE.findall(words))
    ]
    assert different == []


def test_the_words_were_compiled_since_they_were_last_written(catalogue):
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert {text: compiled.gettext(text) for text in catalogue} == catalogue


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_there_in_english_and_in_chinese(address, client, catalogue):
    published_disclosure(year=2022)
    published_disclosure()
    english, chinese = public_page(client, f"/en{address}"), public_page(client, address)
    assert '<html lang="en">' in english
    assert '<html lang="zh-Hans">' in chinese
    said = {text for text in catalogue if len(text) > 3 and PLACE.search(text) is None and "<" not in text}
    said -= messages.official() | messages.of_checks()  # they stand in documents too
    words = {text.strip() for text in re.findall(r">([^<]+)<", english)}
    assert not words & said


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", UNIT, f"{UNIT}2023/", f"{UNIT}2023/tables/03/?code=20805"])
def test_a_page_leads_to_itself_in_the_other_language_and_else_stays_in_its_own(address, client, published_2023):
    for prefix, other in (("", "/en"), ("/en", "")):
        page = client.get(prefix + address).content.decode()
        assert f'href="{other}{address}"' in page
        assert f'hreflang="en" href="/en{address}"' in page
        inside = re.findall(r'href="(/[^"#?]*)', page.replace("hreflang", "\n"))
        ours = [one for one in inside if one.startswith(f"{prefix}/units/")]
        assert ours
    inside = re.findall(r'<a [^>]*href="(/(?!admin/)[^"]*)"', page)
    assert all(one.startswith("/en/") or "." in one or one == address for one in inside), inside


@pytest.mark.django_db
def test_the_language_is_a_matter_of_the_address_alone(client, published_2023):
    asked = {"Accept-Language": "en", "Cookie": f"{settings.LANGUAGE_COOKIE_NAME}=en"}
    plain, wished = client.get(f"{UNIT}2023/"), client.get(f"{UNIT}2023/", headers=asked)
    assert plain.content == wished.content
    assert "Accept-Language" not in plain.headers.get("Vary", "")
    assert public_answer(client, f"/en{UNIT}2023/").headers["ETag"] != plain.headers["ETag"]


@pytest.mark.django_db
def test_figures_and_names_stay_as_published(client, published_2023):
    page = client.get(f"/en{UNIT}2023/tables/03/").content.decode()
    assert "1,262.08" in page
    assert "抚顺市信访局" in page
    assert "支出决算表" in page
    assert "ten thousand yuan" in page


@pytest.mark.django_db
def test_sentences_are_written_from_the_figures_in_english(client, published_2023):
    page = re.sub(r"<[^>]+>", "", client.get(f"/en{UNIT}2023/").content.decode())
    assert (
        "Income and expenditure of the year were both 1,262.08 ten thousand yuan (¥12.6 million). All money came from"
        in page
    )


@pytest.mark.django_db
def test_a_wrong_address_in_english_is_answered_in_english(client, published_2023):
    response = client.get(f"/en{UNIT}2023/tables/17/")
    assert response.status_code == 404
    assert "No such page" in response.content.decode()
    assert f'href="/en{UNIT}2023/"' in response.content.decode()


def test_files_and_what_machines_read_are_the_same_in_every_language():
    with override("en"):
        assert links.feed() == "/feed.atom"
        assert links.home() == "/en/"


def test_a_term_stands_beside_the_official_words_in_english_alone():
    assert gloss("支出决算表") == ""
    with override("en"):
        assert (term("支出决算表"), gloss("支出决算表")) == ("Expenditure", "Expenditure")
        assert (term("信访事务"), term("抚顺市专项")) == ("Petitions", "抚顺市专项")


@pytest.mark.parametrize("address", ["/", "/units/?sort=spent", "/codes/function/201/"])
def test_an_address_is_found_again_from_the_other_language(address):
    assert translated(address, "en") == f"/en{address}"
    assert translated(f"/en{address}", "zh-hans") == address
    assert translated(f"/en{address}", "en") == f"/en{address}"
    assert translated(address, "zh-hans") == address
