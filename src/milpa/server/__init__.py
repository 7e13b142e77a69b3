"""The server: a small ASGI router run by uvicorn, the worker process, and what starts both."""
