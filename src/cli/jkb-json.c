/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-json.h"

#include <string.h>

void
jkb_json_string (JsonBuilder *json, const char *key, const char *value)
{
  json_builder_set_member_name (json, key);
  if (value != NULL && *value != '\0')
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

void
jkb_json_int (JsonBuilder *json, const char *key, gint64 value)
{
  json_builder_set_member_name (json, key);
  json_builder_add_int_value (json, value);
}

/* What json-glib leaves as it is. All of these can only stand inside strings. */
static char *
escape_controls (const char *text)
{
  GString *escaped = g_string_sized_new (strlen (text) + 2);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029)
        g_string_append_printf (escaped, "\\u%04x", c);
      else
        g_string_append_len (escaped, p, g_utf8_next_char (p) - p);
    }
  g_string_append_c (escaped, '\n');
  return g_string_free (escaped, FALSE);
}

void
jkb_json_date_role (JsonBuilder *json, JkbDateRole role)
{
  const char *nick = jkb_word_nick (JKB_WORDS_DATE_ROLE, (int) role);

  if (role == JKB_DATE_BEGAN)
    nick = jkb_word_nick (JKB_WORDS_FIELD, JKB_FIELD_OCCURRED_FROM);
  else if (role == JKB_DATE_ENDED)
    nick = jkb_word_nick (JKB_WORDS_FIELD, JKB_FIELD_OCCURRED_TO);
  jkb_json_string (json, "role", nick);
}

char *
jkb_json_line (JsonBuilder *json)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  return escape_controls (text);
}
