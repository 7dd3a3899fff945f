"""The root against the one that RFC 6962's own implementations make, and what changes it."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from disclosures.publication.signed.merkle import root_of

# The leaves and roots by which Certificate Transparency's programs are tested.
LEAVES = ["", "\0", "\x10", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno"]
ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


@pytest.mark.parametrize(("count", "root"), ROOTS.items())
def test_it_is_the_root_of_rfc_6962(count, root):
    assert root_of(LEAVES[:count]).hex() == root


@given(some.lists(some.text(), min_size=1, max_size=40), some.data())
def test_any_other_text_or_order_has_another_root(texts, data):
    at = data.draw(some.integers(0, len(texts) - 1))
    assert root_of([*texts[:at], texts[at] + "0", *texts[at + 1 :]]) != root_of(texts)
    assert root_of([*texts, ""]) != root_of(texts)
    if texts != texts[::-1]:
        assert root_of(texts[::-1]) != root_of(texts)


def test_a_node_is_no_leaf():
    """Else two texts could be passed off as one."""
    left, right = (hashlib.sha256(b"\0" + text).digest() for text in (b"a", b"b"))
    assert root_of(["a", "b"]) != hashlib.sha256(b"\0" + left + right).digest()
