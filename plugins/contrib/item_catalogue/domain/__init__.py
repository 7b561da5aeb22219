"""The verbs: import a catalogue, fix and adopt common elements, publish a version; each one transaction and logged."""
