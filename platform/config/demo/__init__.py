"""The demo county: 40 communities in all stages of a year, made by the verbs of real work. Everybody in it is invented."""
