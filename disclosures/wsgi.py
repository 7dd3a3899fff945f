"""Django as WSGI has it: what `serving` asks, and a door for any other WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "disclosures.settings")

application = get_wsgi_application()
