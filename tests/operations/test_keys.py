"""A secret key that is replaced: with the old one as a fallback nobody is signed out, without it everybody is."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("kept", "status"), [(True, 200), (False, 302)])
def test_who_is_signed_in_stays_so_while_the_old_key_is_a_fallback(kept, status, admin_client, settings):
    assert admin_client.get("/admin/").status_code == 200
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "n" * 60, [settings.SECRET_KEY] if kept else []
    assert admin_client.get("/admin/").status_code == status
