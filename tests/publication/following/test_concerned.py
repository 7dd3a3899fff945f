"""Whom a publication concerns and which publications concern somebody is one question: both ways say the same."""

import pytest

from disclosures.classification.models import Region
from disclosures.publication.current import published
from disclosures.publication.following.concerned import concerned_by, followed_by
from disclosures.publication.models import MailAlert
from disclosures.statements.models import Unit
from tests.building import published_disclosure
from tests.publication.alerts.readers import corrected, following

pytestmark = pytest.mark.django_db


def test_both_ways_say_the_same():
    corrected(published_disclosure())
    published_disclosure(unit_code="011002", unit_name="抚顺市档案馆", year=2022)
    published_disclosure(unit_code="011001", region="330100", unit_name="杭州市信访局")
    province = Region.objects.create(code="210000", name="辽宁")
    Region.objects.filter(code="210400").update(parent=province)
    scopes = [
        {}, {"only_corrections": True}, {"code": "201"}, {"code": "999"}, {"code": "30201"}, {"region": "210400"},
        {"region": "210000"}, {"region": "330100"}, {"region": "110000"}, {"unit": Unit.objects.first()},
        *({"unit": unit, "only_corrections": True} for unit in Unit.objects.all()),
    ]  # fmt: skip
    readers = [following(number, topic=str(number), **scope) for number, scope in enumerate(scopes)]
    MailAlert.objects.bulk_create(readers)
    found = {
        (reader.pk, one.pk) for reader in MailAlert.objects.all() for one in published().filter(followed_by(reader))
    }
    concerned = {(reader.pk, one.pk) for one in published() for reader in MailAlert.objects.filter(concerned_by(one))}
    assert found == concerned
    silent = MailAlert.objects.exclude(pk__in=[pk for pk, _ in found])
    assert sorted(silent.values_list("code", "region", "only_corrections")) == [
        ("", "", True), ("", "", True), ("", "110000", False), ("999", "", False),
    ]  # fmt: skip
