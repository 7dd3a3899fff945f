"""The OpenAPI document is the contract: whatever it allows is answered as it says, whatever it forbids is refused."""

import warnings

import pytest
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, assume, given, settings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of the library's own imports
    import schemathesis
    from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.exports.as_a_server import connection_stays

pytestmark = pytest.mark.django_db

PATHS = [
    "/search", "/units", "/disclosures", "/lines", "/totals", "/ranks", "/standings", "/findings", "/indicators",
    "/matters", "/codes", "/terms",
    "/units/{unit}", "/disclosures/{unit}/{edition}", "/disclosures/{unit}/{edition}/tables/{number}",
    "/disclosures/{unit}/{edition}/narrative",
]  # fmt: skip


@pytest.fixture
def contract(db):
    """The description as the site gives it, asked as a server asks."""
    with connection_stays():
        yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


def tried(contract, path: str, cases: int) -> None:
    """So many requests as the contract describes them, and others; each answer is one that it describes."""
    operation = contract[f"/api/v1{path}"]["GET"]

    @given(case=operation.as_strategy())
    @settings(max_examples=cases, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def answered(case):
        assume("?" not in case.formatted_path)  # left as it is by the library, which then refuses to send it
        # A cursor can be of the right form and yet not be one: what is said of that is tried elsewhere. The transport
        # does not unpack.
        plain = {"Accept-Encoding": "identity"}
        case.call_and_validate(headers=plain, excluded_checks=[positive_data_acceptance])

    answered()


@pytest.mark.parametrize("path", PATHS)
def test_answers_are_those_of_the_contract(contract, published_2023, path):
    tried(contract, path, 25)


@pytest.mark.soak
@pytest.mark.parametrize("path", PATHS)
def test_ten_thousand_answers_are_those_of_the_contract(contract, published_2023, path):
    tried(contract, path, 10_000 // len(PATHS) + 1)


def test_every_address_of_the_contract_is_tried(contract):
    told = {operation.ok().path.removeprefix("/api/v1") for operation in contract.get_all_operations()}
    assert told == set(PATHS)
