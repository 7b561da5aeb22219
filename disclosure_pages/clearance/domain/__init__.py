"""Acts of clearance. Kept free of imports: Wagtail loads ``finishing`` from its settings before models exist."""
