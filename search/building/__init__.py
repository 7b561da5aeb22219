"""From public pages to search documents; see README.md."""
