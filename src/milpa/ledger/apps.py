from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LedgerConfig(AppConfig):
    name = "milpa.ledger"
    label = "ledger"

    def ready(self) -> None:
        from milpa.ledger import triggers

        # not business logic: the guard on the tables themselves
        post_migrate.connect(triggers.make, dispatch_uid="ledger.triggers")
