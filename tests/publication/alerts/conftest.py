"""A site that sends mail to readers."""

import pytest


@pytest.fixture(autouse=True)
def alerts(settings):
    settings.MAIL_ALERTS = True
