"""Forms of clearance: the content's own form, the reviews, the acts."""
