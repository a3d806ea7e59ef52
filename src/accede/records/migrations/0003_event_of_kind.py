"""What is seldom among events (choices, merges, withdrawals, later versions) is found without reading them all."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0002_jobs"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["happening", "version"], name="event_of_kind"),
        ),
    ]
