"""A Django project as small as can be, for tests that start real servers and workers."""
