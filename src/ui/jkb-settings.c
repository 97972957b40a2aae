/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-settings.h"

#define SCHEMA_ID "io.github.jikenbo.Jikenbo"

GSettings *
jkb_settings_get (void)
{
  static GSettings *settings;
  static gsize looked_up;

  if (g_once_init_enter (&looked_up))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr(GSettingsSchema) schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new (SCHEMA_ID);
      g_once_init_leave (&looked_up, 1);
    }
  return settings;
}
