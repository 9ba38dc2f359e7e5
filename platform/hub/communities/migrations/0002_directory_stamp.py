"""Every change of a community or a domain renews the directory's stamp, whoever writes it and how."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION communities_renew_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO communities_directorystamp (id, stamp) VALUES (1, gen_random_uuid())
    ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp;
    RETURN NULL;
END $$;
CREATE TRIGGER communities_renew_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE
    ON communities_community FOR EACH STATEMENT EXECUTE FUNCTION communities_renew_stamp();
CREATE TRIGGER communities_renew_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE
    ON communities_domain FOR EACH STATEMENT EXECUTE FUNCTION communities_renew_stamp();
"""

BACKWARD = """
DROP TRIGGER communities_renew_stamp ON communities_domain;
DROP TRIGGER communities_renew_stamp ON communities_community;
DROP FUNCTION communities_renew_stamp();
"""


class Migration(migrations.Migration):
    dependencies = [("communities", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
