"""The door for a WSGI server; granian serves it in `make run`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosures.settings")

application = get_wsgi_application()
