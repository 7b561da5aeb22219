"""Settings: ``base`` is neutral; ``dev``, ``test`` and ``production`` are small deltas."""
