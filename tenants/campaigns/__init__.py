"""The yearly campaign, its policy, and working days."""
