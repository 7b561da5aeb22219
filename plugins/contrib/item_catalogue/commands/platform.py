"""``items platform``: a platform to try the connection with."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from plugins.api import Refused, Report
from plugins.contrib.item_catalogue.platform.sample import sample_platform
from plugins.contrib.item_catalogue.samples import read_samples

NAME = "platform"
HELP = "Serve the samples' elements on this machine as the province's platform would, until Ctrl-C."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("--port", type=int, default=8010, help="on 127.0.0.1; 8010 by default")


def run(*, port: int, **options: Any) -> Report:
    """Needs the key with which the site asks; raises :class:`Refused` without one, or where the port is taken."""
    if not settings.ITEM_PLATFORM_KEY:
        raise Refused(_("Set ITEM_PLATFORM_KEY to the key with which the site will ask, here and there."))
    try:
        server = sample_platform(read_samples()["platform"], port=port)
    except OSError as error:
        raise Refused(
            _("Port %(port)d cannot be used: %(reason)s.") % {"port": port, "reason": error.strerror}
        ) from error
    sys.stdout.write(f"ITEM_PLATFORM_URL=http://127.0.0.1:{server.server_port}\n")
    sys.stdout.flush()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
    return Report([], {})
