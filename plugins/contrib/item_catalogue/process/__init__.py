"""The city process as tables and pure functions: states, who may do what, steps with their deadlines, differences."""
