"""Which proxies stand before the front, as whoever runs the installation says: WISHBRIDGE_PROXY_ADDRESSES."""

import ipaddress
import os

from hub.language import Text

from .trouble import Trouble

ANY_PRIVATE = "private"
"""The word for all addresses of private networks and of this machine."""


def proxies_before_us() -> list[str]:
    """Addresses and networks by comma, or the word `private`; none where nothing is said.

    Raises Trouble for what is no address, and where proxies are counted (WISHBRIDGE_TRUSTED_PROXIES) but not named:
    everybody would then be taken for the proxy, and one stranger's failures would lock out all.
    """
    said = [word.strip() for word in os.environ.get("WISHBRIDGE_PROXY_ADDRESSES", "").split(",") if word.strip()]
    for word in said:
        try:
            if word != ANY_PRIVATE:
                ipaddress.ip_network(word, strict=False)
        except ValueError as problem:
            raise Trouble(
                "bad_proxy_address",
                Text(
                    zh=f"WISHBRIDGE_PROXY_ADDRESSES 中的“{word}”不是地址。请写 IP 地址或网段，用逗号分开，例如 10.0.0.5,10.1.0.0/16。",
                    en=f"“{word}” in WISHBRIDGE_PROXY_ADDRESSES is no address. Write addresses or networks by comma,"
                    " such as 10.0.0.5,10.1.0.0/16.",
                ),
            ) from problem
    if not said and os.environ.get("WISHBRIDGE_TRUSTED_PROXIES", "").strip() not in ("", "0"):
        raise Trouble(
            "proxies_without_addresses",
            Text(
                zh="设置了 WISHBRIDGE_TRUSTED_PROXIES（前面有代理），但没有说明代理的地址。"
                "请把 WISHBRIDGE_PROXY_ADDRESSES 设为代理的 IP 地址或网段。",
                en="WISHBRIDGE_TRUSTED_PROXIES says that proxies stand before this, but not where. Set"
                " WISHBRIDGE_PROXY_ADDRESSES to the addresses or networks of the proxies.",
            ),
        )
    return said
