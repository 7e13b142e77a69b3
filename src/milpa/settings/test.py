"""For the suite: files in a temporary directory, fast password hashing; everything else as it runs."""

import os
import tempfile

if "MILPA_DATA" not in os.environ:
    os.environ["MILPA_DATA"] = tempfile.mkdtemp(prefix="milpa-test-")
os.environ.setdefault("MILPA_SECRET_KEY", "only-for-tests")

from milpa.settings.base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
