"""The application that a WSGI server runs: accede.config.wsgi:application.

Every page's code is here before the first request: a server that forks its processes does so once for all of them, and nobody
waits while it is read.
"""

import gc
import os
import threading

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from accede.watching.told import of_thread

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.config.full")
application = get_wsgi_application()
assert get_resolver().url_patterns
gc.collect()
gc.freeze()  # what is here stays: processes that are forked share it, and none looks through it for garbage
threading.excepthook = of_thread
