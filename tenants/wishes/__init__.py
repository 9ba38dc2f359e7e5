"""The wish: its life cycle, verification, assessment, allocation over branches, and history."""
