from hypothesis import settings

# The same examples on every machine, and no folder of them in the repository: what
# fails for one developer fails for all.
settings.register_profile("spine", deadline=None, derandomize=True, database=None)
settings.load_profile("spine")
