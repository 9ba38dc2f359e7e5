"""The ladder: what happens to a claim, or to anything else that waits, when nothing happens."""
