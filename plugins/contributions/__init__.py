"""What hooks answer with: plain values that say what a plug-in adds, and where. The mechanism does the adding."""
