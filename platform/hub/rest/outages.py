"""A database that is away, called by its name: what is known of the request's outcome, and when to try again."""

from django.db import Error, InterfaceError, OperationalError, connection
from psycopg import errors

from hub.language import Text

RETRY_AFTER_S = 3

AWAY = Text(
    zh="系统暂时连不上数据库，这一步没有成功。请稍等几秒再试，填写的内容请先不要关闭。",
    en="The database is away for the moment, and this was not done. Wait a few seconds and try again; keep the page open.",
)
UNKNOWN = Text(
    zh="数据库刚刚中断，这一步是否已经完成还不知道。请稍等几秒，刷新后核对，再决定是否重做。",
    en="The database went away just now, so it is unknown whether this was done. Wait a few seconds, reload and look"
    " before you do it again.",
)
# A query's own time limit is a fault of ours and no outage.
_OF_THE_QUERY = (errors.QueryCanceled,)


def is_outage(exc: BaseException | None) -> bool:
    """Whether the database could not be reached, went away, or had no room for us just now."""
    if not isinstance(exc, OperationalError | InterfaceError):
        return False
    return not isinstance(exc.__cause__, _OF_THE_QUERY)


def nothing_was_done(exc: Error, *, unsafe: bool) -> bool:
    """Whether it is certain that the request changed nothing: it only reads, or its transaction was still open, or
    there was no connection to begin with, or the server itself said that it took the transaction back."""
    refused = isinstance(exc.__cause__, errors.DeadlockDetected | errors.LockNotAvailable | errors.SerializationFailure)
    no_connection = "connection failed" in str(exc) or isinstance(exc.__cause__, errors.CannotConnectNow)
    return not unsafe or refused or no_connection or connection.in_atomic_block
