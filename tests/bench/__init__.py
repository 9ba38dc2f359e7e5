"""Figures to print, medians and ratios of one run: `make bench`."""
