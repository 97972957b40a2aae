/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/jkb-case-json.h"

#include "cli/jkb-incident-fields.h"
#include "cli/jkb-json.h"

static void
add_role (JsonBuilder *json, const JkbFact *fact)
{
  if (fact->field == JKB_FIELD_DATES)
    jkb_json_date_role (json, (JkbDateRole) fact->role);
  else if (fact->field == JKB_FIELD_COUNTS)
    jkb_json_string (json, "role", jkb_word_nick (JKB_WORDS_COUNT_ROLE, fact->role));
  else
    jkb_json_string (json, "role", NULL);
}

static void
add_notice_id (JsonBuilder *json, const char *key, gint64 id)
{
  if (id != 0)
    jkb_json_int (json, key, id);
  else
    jkb_json_string (json, key, NULL);
}

static void
add_fact (JsonBuilder *json, const JkbCaseFact *case_fact)
{
  const JkbFact *fact = case_fact->fact;

  json_builder_begin_object (json);
  jkb_json_int (json, "id", case_fact->id);
  jkb_json_string (json, "field", jkb_word_nick (JKB_WORDS_FIELD, (int) fact->field));
  jkb_json_string (json, "value", fact->value);
  jkb_json_string (json, "read_value", case_fact->read_value);
  jkb_json_string (json, "unit", fact->unit);
  jkb_json_string (json, "qualifier",
                   jkb_word_nick (JKB_WORDS_QUALIFIER, (int) fact->qualifier));
  add_role (json, fact);
  jkb_json_string (json, "state", jkb_word_nick (JKB_WORDS_FACT_STATE, (int) fact->state));
  jkb_json_string (json, "rule", fact->rule);
  json_builder_set_member_name (json, "confidence");
  json_builder_add_double_value (json, fact->confidence);
  add_notice_id (json, "notice", case_fact->notice_id);
  jkb_json_int (json, "begin", (gint64) fact->span.begin);
  jkb_json_int (json, "end", (gint64) fact->span.end);
  json_builder_end_object (json);
}

static void
add_notice (JsonBuilder *json, const JkbCaseNotice *notice)
{
  g_autoptr(GDateTime) when = g_date_time_new_from_unix_utc (notice->imported_us / G_USEC_PER_SEC);
  g_autofree char *imported = when != NULL ? g_date_time_format_iso8601 (when) : NULL;

  json_builder_begin_object (json);
  jkb_json_int (json, "id", notice->id);
  jkb_json_string (json, "source", notice->source_name);
  jkb_json_string (json, "kind", notice->source_kind);
  jkb_json_string (json, "charset", notice->charset);
  jkb_json_string (json, "sha256", notice->sha256);
  jkb_json_string (json, "imported", imported);
  jkb_json_string (json, "serial", notice->item->serial);
  jkb_json_string (json, "title", notice->item->title);
  jkb_json_string (json, "lang", notice->item->lang);
  jkb_json_string (json, "text", notice->item->text);
  json_builder_end_object (json);
}

char *
jkb_case_json (const JkbCaseFile *file)
{
  g_autoptr(JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  jkb_incident_json (json, file->incident);
  jkb_json_string (json, "notes", file->notes);
  json_builder_set_member_name (json, "binned");
  json_builder_add_boolean_value (json, file->binned);
  json_builder_set_member_name (json, "facts");
  json_builder_begin_array (json);
  for (guint i = 0; i < file->facts->len; i++)
    add_fact (json, g_ptr_array_index (file->facts, i));
  json_builder_end_array (json);
  json_builder_set_member_name (json, "notices");
  json_builder_begin_array (json);
  for (guint i = 0; i < file->notices->len; i++)
    add_notice (json, g_ptr_array_index (file->notices, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
  return jkb_json_line (json);
}
