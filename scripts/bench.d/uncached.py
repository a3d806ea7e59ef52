"""The site's settings without kept pages, for measuring what making a page takes."""

from accede.config.full import *  # noqa: F403

ACCEDE_KEPT_PAGES = 0
