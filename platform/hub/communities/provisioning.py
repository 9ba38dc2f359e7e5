"""A community comes into being whole, in one transaction, or not at all."""

import re
from collections.abc import Sequence

import structlog
from django.conf import settings
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django_tenants.utils import quote_schema_name
from psycopg import errors

from hub import envelope
from hub.actor import Actor
from hub.communities.compiled import compiled
from hub.communities.models import Community, CommunityEvent, Domain, Region
from hub.communities.regions import checked_region_code, prefixes
from hub.identifiers import uuid7
from hub.language import Text
from hub.refusal import Refusal

# Hosts that mean something else, or would one day.
RESERVED_SLUGS = frozenset(
    {"www", "api", "admin", "static", "assets", "mail", "wishbridge", "public", "hub", "localhost"}
)

_SLUG = re.compile(r"[a-z](?:-?[a-z0-9]){1,39}")
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.:-]{0,251}[a-z0-9])?")

BAD_SLUG = Text(
    zh="网址名“{slug}”不能用：以小写字母开头，2 至 40 个小写字母、数字或连字符，例如 haihong。",
    en="“{slug}” cannot be used as the address's name: 2 to 40 small letters, digits or hyphens, a letter first, "
    "like haihong.",
)
NO_NAME = Text(zh="请填写社区名称。", en="Give the community's name.")
SLUG_TAKEN = Text(
    zh="网址名“{slug}”已被另一个社区使用，请换一个。",
    en="Another community is called “{slug}” already; choose another name.",
)
REGION_CODE_TAKEN = Text(
    zh="行政区划代码 {region_code} 已有社区开通。",
    en="There is a community with the region code {region_code} already.",
)
HOST_TAKEN = Text(zh="网址 {host} 已被另一个社区使用。", en="Another community answers on {host} already.")
BAD_HOST = Text(zh="网址“{host}”不对。", en="“{host}” is no host name.")
SCHEMA_IN_THE_WAY = Text(
    zh="数据库中已有名为 {schema} 的数据，但不属于任何社区。请运维人员先移走。",
    en="The database holds a schema {schema} that belongs to no community. Have it moved away first.",
)

log = structlog.get_logger(__name__)


def create_community(
    *,
    slug: str,
    name: str,
    region_code: str,
    region_names: Sequence[str] = (),
    hosts: Sequence[str] = (),
    by: Actor,
) -> Community:
    """A new, active community with its own schema, data key and host `<slug>.<base domain>`.

    `region_names` are the names of province, city, county and town, in this order; names left out or empty stay
    as they are known. `hosts` are further hosts that it answers on. Everything happens in one transaction.
    Raises Refusal: slug_invalid, name_missing, region_code_invalid, host_invalid (400); slug_taken,
    region_code_taken, host_taken, schema_in_the_way (409).
    """
    slug, name = slug.strip().lower(), name.strip()
    if not _SLUG.fullmatch(slug) or slug in RESERVED_SLUGS:
        raise Refusal("slug_invalid", BAD_SLUG, status=400, field="slug", slug=slug)
    if not name:
        raise Refusal("name_missing", NO_NAME, status=400, field="name")
    region_code = checked_region_code(region_code)
    every_host = [f"{slug}.{settings.WISHBRIDGE_BASE_DOMAIN}", *(checked_host(host) for host in hosts)]
    script = compiled()
    identifier = uuid7()
    community = Community(
        id=identifier,
        slug=slug,
        name=name,
        region_code=region_code,
        schema_name="c_" + slug.replace("-", "_"),
        wrapped_key=envelope.wrap(envelope.new_key(), f"community {identifier}"),
        schema_version=script.version,
    )
    with transaction.atomic():
        _insert(community, slug=slug, region_code=region_code)
        name_regions(region_code, [*region_names, *[""] * (4 - len(region_names)), name])
        for host in every_host:
            _add_domain(community, host, is_primary=host == every_host[0])
        CommunityEvent.objects.create(community=community, verb="create", actor_id=by.account_id)
        _lay_out_schema(community.schema_name, script.script)
    log.info("community.created", community=slug)
    return community


def name_regions(region_code: str, names: Sequence[str]) -> None:
    """Write down what the prefixes of a code are called, province first; an empty name changes nothing."""
    named = zip(prefixes(region_code), (name.strip() for name in names), strict=False)
    Region.objects.bulk_create(
        [Region(code=code, name=name) for code, name in named if name],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name"],
    )


def add_host(community: Community, host: str, *, by: Actor) -> Domain:
    """Let the community answer on one more host. Raises Refusal: host_invalid, host_taken."""
    with transaction.atomic():
        domain = _add_domain(community, checked_host(host), is_primary=False)
        CommunityEvent.objects.create(community=community, verb="add_host", reason=host, actor_id=by.account_id)
    return domain


def checked_host(host: str) -> str:
    """The host in lower case. Raises Refusal host_invalid."""
    host = host.strip().lower().rstrip(".")
    if not _HOST.fullmatch(host):
        raise Refusal("host_invalid", BAD_HOST, status=400, field="hosts", host=host)
    return host


def _insert(community: Community, *, slug: str, region_code: str) -> None:
    try:
        with transaction.atomic():
            Community.objects.bulk_create([community])
    except IntegrityError as problem:
        slug_taken = Refusal("slug_taken", SLUG_TAKEN, field="slug", slug=slug)
        code_taken = Refusal("region_code_taken", REGION_CODE_TAKEN, field="region_code", region_code=region_code)
        first, other = (code_taken, slug_taken) if "region_code" in str(problem) else (slug_taken, code_taken)
        # The database names one of them; whoever filled in the form hears of both.
        also = {"slug": {"slug": slug}, "region_code": {"region_code": region_code}}[str(other.field)]
        first.beside = (other,) if Community.objects.filter(**also).exists() else ()
        raise first from problem


def _add_domain(community: Community, host: str, *, is_primary: bool) -> Domain:
    domain = Domain(domain=host, tenant=community, is_primary=is_primary)
    try:
        with transaction.atomic():
            Domain.objects.bulk_create([domain])
    except IntegrityError as problem:
        raise Refusal("host_taken", HOST_TAKEN, field="hosts", host=host) from problem
    return domain


def _lay_out_schema(schema: str, script: str) -> None:
    with connection.cursor() as cursor:
        try:
            cursor.execute(f"CREATE SCHEMA {quote_schema_name(schema)}")
        except ProgrammingError as problem:
            if isinstance(problem.__cause__, errors.DuplicateSchema):
                raise Refusal("schema_in_the_way", SCHEMA_IN_THE_WAY, schema=schema) from problem
            raise
        # Without public in the search path nothing of the hub can be meant by mistake.
        cursor.execute(f"SET LOCAL search_path = {quote_schema_name(schema)}")
        cursor.execute(script)
        cursor.execute("SET LOCAL search_path = public")
