"""What an upgraded installation holds; run inside `wishbridge manage shell` (`Installation.inside`)."""

from collections import Counter

from django_tenants.utils import tenant_context

from hub.communities.compiled import compiled
from hub.communities.models import Community
from tenants.campaigns.models import Campaign
from tenants.closing.rereading import reading_waits
from tenants.people.models import Beneficiary
from tenants.wishes.models import Wish
from tests.runtime.installation import report


def main() -> None:
    found: dict[str, object] = {}
    schemas, wishes = {}, {}
    for community in Community.objects.order_by("slug"):
        with tenant_context(community):
            schemas[community.slug] = community.schema_version == compiled().version
            wishes[community.slug] = Wish.objects.count()
            if community.slug == "man":
                people = list(Beneficiary.objects.order_by("created_at"))
                found["campaigns"] = [
                    [
                        c.year,
                        c.yearly,
                        c.prefix,
                        c.state,
                        str(c.first_day),
                        str(c.last_day),
                        c.running_since == c.created_at,
                    ]
                    for c in Campaign.objects.order_by("year")
                ]
                found["states"] = dict(Counter(Wish.objects.values_list("state", flat=True)))
                found["names"] = [person.name for person in people]
                found["in_plain"] = Beneficiary.objects.exclude(relation_in_plain="").count()
                found["waiting"] = reading_waits()
                found["relations"] = [person.guardian_relation for person in people if person.guardian_relation]
    report({**found, "schemas": schemas, "wishes": wishes})


main()
