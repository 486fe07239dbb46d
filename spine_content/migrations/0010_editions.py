import spine_content.models.editions
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('spine_content', '0009_quality'),
    ]

    operations = [
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=spine_content.models.editions.new_token, max_length=16, verbose_name='token')),
            ],
            options={
                'verbose_name': 'edition',
                'verbose_name_plural': 'editions',
            },
        ),
    ]
