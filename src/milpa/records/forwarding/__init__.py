"""Statements are passed on to other record stores: by the worker, in order, safe to repeat."""
