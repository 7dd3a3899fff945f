"""A page as it stands in the archive."""

import pytest

from disclosures.exports.offline.places import place_of
from disclosures.exports.offline.rewriting import Page, imported

PAGE = Page("/units/a/", "units/a/index.html", "https://accounts.example", place_of)


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ('<a href="/codes/">', '<a href="../../codes/index.html">'),
        ('<a href="https://accounts.example/codes/#x">', '<a href="../../codes/index.html#x">'),
        ('<a href="/units/a/#x">', '<a href="#x">'),
        ('<a href="#x">', '<a href="#x">'),
        ('<a href="/units/a/?sort=x" id="s">', '<a id="s">'),
        ('<a href="/units/b/?sort=x">', '<a href="../b/index.html">'),
        ('<a href="/units/b/2023/tables/03/?code=201">', '<a href="../b/2023/tables/03/index.html#201">'),
        ('<a href="/units/?region=1&amp;page=2">', '<a href="../region-1-page-2/index.html">'),
        ('<a href="/ask/a/2023/" data-cite="/ask/a/2023/" rel="nofollow">', '<a rel="nofollow">'),
        ('<ul data-permanent="/units/a/2023.r1/">', '<ul data-permanent="https://accounts.example/units/a/2023.r1/">'),
        ('<link rel="alternate" href="/api/v1/">', ""),
        ('<a href="https://elsewhere.example/">', '<a href="https://elsewhere.example/">'),
        ('<a href="//elsewhere.example/">', '<a href="//elsewhere.example/">'),
        ('<pre>&lt;a href="/codes/"&gt;</pre>', '<pre>&lt;a href="/codes/"&gt;</pre>'),
        ('<form class="ask" action="/search/"><input></form>', ""),
    ],
)
def test_a_link_leads_to_a_file_or_is_none(written, becomes):
    assert PAGE.html(written) == becomes


def test_a_form_says_that_it_needs_the_site():
    assert (
        PAGE.html('<form action="/compare/">\n<a href="/x/">x</a></form>')
        == '<p class="soft">存档里不能填写，请到网站上填写。</p>'
    )


def test_every_page_says_what_the_archive_has_not_in_its_language():
    assert "这是静态存档" in PAGE.html('<main id="main">')
    english = Page("/en/units/a/", "en/units/a/index.html", "https://accounts.example", place_of)
    assert "static archive" in english.html('<main id="main">')
    assert 'href="https://accounts.example/en/units/a/"' in english.html('<main id="main">')


def test_a_chart_leads_to_files_too():
    assert PAGE.chart('{"customdata": [["\\u002fcodes\\u002f", "s1"], ["/search/?q=x", ""]]}') == (
        '{"customdata": [["../../codes/index.html", "s1"], ["", ""]]}'
    )


def test_what_a_stylesheet_or_script_names_is_found():
    assert imported('@import "site.css";\nimport { a } from "./grid/a.js";\nimport "b.js";') == [
        "site.css",
        "grid/a.js",
        "b.js",
    ]
