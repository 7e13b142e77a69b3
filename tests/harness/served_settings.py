"""A server under test runs as it would for people, but reads the quick password hashes that tests write."""

from milpa.settings.base import *  # noqa: F403  # settings are this one's, and one more

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
