"""Backup and restore, of a whole installation and of one community.

A backup is a folder (or one .tar file): a manifest with versions and checksums, and dumps by `pg_dump`, one a schema,
all of the same moment. What is encrypted in the database is encrypted in the backup; the master key is never inside.
"""
