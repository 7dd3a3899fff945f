"""The real sample, published as `make run` does it."""

from django.conf import settings
from django.core.management import call_command

from disclosures.addresses import links
from disclosures.addresses.links import DisclosureLinks
from disclosures.publication.current import published
from disclosures.statements.models import Disclosure

PAGE = "/units/210400-011001/2023/"


def published_sample() -> tuple[Disclosure, DisclosureLinks]:
    """The disclosure with its addresses."""
    call_command("load_codes", verbosity=0)
    path = settings.BASE_DIR / "fixtures" / "fushun-petition-office-2023.txt"
    call_command(
        "import_document", path, unit="210400-011001", year=2023, name="抚顺市信访局", publish=True, verbosity=0
    )
    disclosure = published().get(unit__code="011001")
    return disclosure, links.of(disclosure)
