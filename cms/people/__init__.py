"""Who acts: people, their membership in units with a role and dates, and the rights that follow."""
