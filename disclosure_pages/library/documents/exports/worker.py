"""A process of its own that turns one HTML text (stdin) into one PDF (stdout), within bounds.

Of its own, because WeasyPrint with its fonts takes more memory than a whole server process and never gives it back, and
because a process can be stopped. It knows nothing of the site, and what it is given can make it read no file and ask no
address.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

STYLES = Path(__file__).with_name("print.css")
MEMORY = 1536 * 1024 * 1024  # bytes
SECONDS = 60  # of the processor


def main() -> None:
    """Read HTML, write PDF."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher

    fetcher = URLFetcher(allowed_protocols=("data",))
    page = HTML(string=sys.stdin.buffer.read().decode(), url_fetcher=fetcher)
    styles = CSS(string=STYLES.read_text(), url_fetcher=fetcher)
    sys.stdout.buffer.write(page.write_pdf(stylesheets=[styles], pdf_tags=True))


if __name__ == "__main__":
    main()
