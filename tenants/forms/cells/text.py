"""Cells as text."""

from hub.privacy.identity import IDENTITY_REMOVED as IDENTITY_REMOVED
from hub.privacy.identity import birth_of_identity as birth_of_identity
from hub.privacy.identity import without_identity as without_identity
from hub.writing import bare as bare
from hub.writing import chinese_to_digits as chinese_to_digits
from hub.writing import half_width as half_width
from hub.writing import is_blank as is_blank
from hub.writing import is_error as is_error
from hub.writing import tidy as tidy
