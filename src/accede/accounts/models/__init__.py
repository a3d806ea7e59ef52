"""People who use the workspace."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An account. Ours from the first migration, because Django cannot change the user model later."""


__all__ = ["User"]
