"""What sends mail: settings of Django and our own, taken over by `disclosures/settings.py`.

By mail go links to choose a password, answers to readers' questions, and, where that is switched on, news to readers.
"""

import os
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from disclosures.operations.environment import switched_on

_MAIL = urlsplit(os.environ.get("MAIL_URL", ""))
EMAIL_HOST, EMAIL_PORT = _MAIL.hostname or "", _MAIL.port or (465 if _MAIL.scheme == "smtps" else 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_MAIL.username or ""), unquote(_MAIL.password or "")
EMAIL_USE_SSL = _MAIL.scheme == "smtps"
EMAIL_TIMEOUT = 10  # seconds that whoever sends one waits
DEFAULT_FROM_EMAIL = os.environ.get("MAIL_FROM", "juesuan@localhost")
MAIL_ALERTS = switched_on("MAIL_ALERTS")

if MAIL_ALERTS and not EMAIL_HOST:
    raise ImproperlyConfigured("MAIL_ALERTS is 1, but MAIL_URL names no server that sends mail.")
