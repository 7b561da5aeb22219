"""What plug-ins keep in the database, noted while their code is there to say it."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from .discovery import discovered
from .models import Footprint


def note_footprints(**kwargs: Any) -> None:
    """After a migration: the tables of every plug-in that has any."""
    for plugin in discovered().installed:
        config = next((one for one in apps.get_app_configs() if one.name == plugin.manifest.package), None)
        tables = [model._meta.db_table for model in config.get_models(include_auto_created=True)] if config else []
        if config is not None and tables:
            Footprint.objects.update_or_create(
                plugin=plugin.manifest.name,
                defaults={"title": str(plugin.manifest.title), "label": config.label, "tables": sorted(tables)},
            )
