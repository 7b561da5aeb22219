"""The version of the contract between the product and themes: tokens, partials, slots and what they are given."""

from __future__ import annotations

#: Grows by a minor step when something is added to a closed list, by a major one when something is taken away.
CONTRACT = "1.0"
