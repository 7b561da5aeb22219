"""Reading by everybody: districts, units, columns and contents, from the querysets of the public screens."""
