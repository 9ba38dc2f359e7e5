from tests.hub.accounts.conftest import _fast_hashes
from tests.hub.accounts.office import haihong, li, ma, signed_in, wang

__all__ = ["_fast_hashes", "haihong", "li", "ma", "signed_in", "wang"]
