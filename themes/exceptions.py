"""Why something about a look is refused."""

from __future__ import annotations


class CannotChoose(Exception):
    """It cannot be chosen, adjusted or brought live; ``sentences`` say why and what to do."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences
