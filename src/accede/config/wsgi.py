"""The application that a WSGI server runs: accede.config.wsgi:application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.config.full")
application = get_wsgi_application()
