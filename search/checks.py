"""System checks of the search engines' settings. The README lists the ids."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.utils.translation import gettext as _

from search.engines.elasticsearch.faults import settings_faults, tells_secrets
from search.engines.registry import configured_engines


@register()
def check_engine_names(**kwargs: Any) -> list[CheckMessage]:
    """An engine that nobody knows answers nothing."""
    unknown = [name for name in configured_engines() if name not in settings.SEARCH_ENGINES]
    hint = _("SEARCH_ENGINE and SEARCH_FALLBACK_ENGINE take: %(names)s.") % {
        "names": ", ".join(settings.SEARCH_ENGINES)
    }
    message = _("There is no search engine called “%(name)s”.")
    return [Error(message % {"name": name}, hint=hint, id="gongkai.E011") for name in unknown]


@register()
def check_elasticsearch(**kwargs: Any) -> list[CheckMessage]:
    """Told at the start, and not by the first reader who searches."""
    if "elasticsearch" not in configured_engines():
        return []
    hint = _("Mend the variable, or set SEARCH_ENGINE to embedded.")
    return [Error(fault, hint=hint, id="gongkai.E012") for fault in settings_faults(settings.ELASTICSEARCH)]


@register(Tags.security, deploy=True)
def check_elasticsearch_is_encrypted(**kwargs: Any) -> list[CheckMessage]:
    """Whoever has the key can change what readers find."""
    if "elasticsearch" not in configured_engines() or not tells_secrets(settings.ELASTICSEARCH):
        return []
    hint = _("Use https addresses in ELASTICSEARCH_URLS, and ELASTICSEARCH_CA_FILE for a certificate of your own.")
    message = _("The key or password of the search engine crosses the network unencrypted.")
    return [checks.Warning(message, hint=hint, id="gongkai.W005")]
