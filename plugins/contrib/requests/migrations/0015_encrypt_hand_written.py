"""What officers wrote by hand about remedies and accesses becomes tokens: it may name the applicant."""

from django.db import migrations

from plugins.contrib.requests.protection.encryption import decrypt_text, encrypt_text

COLUMNS = {"remedy": "note", "dataaccess": "purpose"}


def encrypt(apps, schema_editor):
    _rewrite(apps, schema_editor.connection, encrypt_text)


def decrypt(apps, schema_editor):
    _rewrite(apps, schema_editor.connection, decrypt_text)


def _rewrite(apps, connection, change):
    """Past the fields, which would decrypt what is plain still."""
    for model, column in COLUMNS.items():
        table = connection.ops.quote_name(apps.get_model("gongkai_requests", model)._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT id, {column} FROM {table} WHERE {column} <> ''")  # noqa: S608  (names from above)
            rows = [(change(text), key) for key, text in cursor.fetchall()]
            cursor.executemany(f"UPDATE {table} SET {column} = %s WHERE id = %s", rows)  # noqa: S608


class Migration(migrations.Migration):
    dependencies = [("gongkai_requests", "0014_encrypted_hand_writing")]

    operations = [migrations.RunPython(encrypt, decrypt)]
